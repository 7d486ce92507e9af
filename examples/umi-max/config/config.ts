import { defineConfig } from "@umijs/max";

export default defineConfig({
  npmClient: "npm",
  mfsu: false,
  hash: true,
  esbuildMinifyIIFE: true,
  antd: {},
  model: {},
  initialState: {},
  request: { dataField: "" },
  layout: { title: "小圈管理台", locale: false },
  favicons: ["data:,"],
  routes: [
    { path: "/", redirect: "/friends" },
    { path: "/friends", name: "好友", icon: "team", component: "./Friends" },
    { path: "/profile", name: "我的资料", icon: "user", component: "./Profile" },
    { path: "/tencent-callback", layout: false, component: "./TencentCallback" },
  ],
});
