export type { AxiosLike } from "./integrations/axios/AxiosLike.js";
export { attachTencentUmi } from "./integrations/axios/attachTencentAxios.js";
