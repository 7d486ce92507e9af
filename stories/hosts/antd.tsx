import { Alert, App, Button, ConfigProvider, theme } from "antd";
import bridge from "../../src/styles/bridges/antd.css?inline";
import type { Host } from "./Host.js";

const name = "css-var-app";

export const host: Host = {
  styles: [bridge],
  dialogClassName: name,
  Provider: ({ scheme, children }) => (
    <ConfigProvider
      theme={{
        cssVar: { key: name },
        algorithm: scheme === "dark" ? theme.darkAlgorithm : theme.defaultAlgorithm,
      }}
    >
      <App>{children}</App>
    </ConfigProvider>
  ),
  Notice: ({ title, children }) => <Alert type="error" showIcon title={title} description={children} />,
  Button: ({ type, ...props }) => <Button htmlType={type} type="primary" {...props} />,
};
