import { Alert, App, Button, ConfigProvider, Modal, theme } from "antd";
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
  Button: ({ type, "data-emphasis": emphasis, ...props }) => (
    <Button {...props} htmlType={type} type={emphasis === "primary" ? "primary" : "default"} />
  ),
  Dialog: ({ open, onClose, title, lang, dir, children }) => (
    <Modal
      open={open}
      onCancel={onClose}
      title={
        <span lang={lang} dir={dir}>
          {title}
        </span>
      }
      footer={null}
    >
      {children}
    </Modal>
  ),
};
