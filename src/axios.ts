export type { TencentMeta } from "./client/TencentMeta.js";
export { attachTencentAxios } from "./integrations/attachTencentAxios.js";
export type { AxiosLike, AxiosMeta } from "./integrations/AxiosLike.js";
