export { TencentErrorPanel, type TencentErrorPanelProps } from "./devtools/TencentErrorPanel.js";
export { tencentErrorDevtools, type TencentErrorPlugin } from "./devtools/tencentErrorDevtools.js";
