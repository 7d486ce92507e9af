export type { TencentMeta } from "./client/TencentMeta.js";
export { attachTencentAxios } from "./integrations/attachTencentAxios.js";
export type { AxiosLike } from "./integrations/AxiosLike.js";
