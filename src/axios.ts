export type { TencentMeta } from "./client/TencentMeta.js";
export { attachTencentAxios } from "./integrations/axios/attachTencentAxios.js";
export type { AxiosConfigLike, AxiosLike, AxiosMeta } from "./integrations/axios/AxiosLike.js";
