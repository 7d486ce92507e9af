import { App as AntdApp, ConfigProvider } from "antd";
import zhCN from "antd/locale/zh_CN";
import ReactDOM from "react-dom/client";
import { Friends } from "./Friends";

const root = ReactDOM.createRoot(document.getElementById("root") as HTMLElement);

root.render(
  <ConfigProvider locale={zhCN}>
    <AntdApp>
      <Friends />
    </AntdApp>
  </ConfigProvider>
);
