import { attachTencentAxios, type AxiosLike } from "tencent-error-kit/axios";
import { client } from "./client";

/** Holds the calls of an instance while the person signs in again: `withTencentAxios(axios.create())`. */
export function withTencentAxios<Instance extends AxiosLike>(api: Instance): Instance {
  // reads wait as well: no data layer asks again
  attachTencentAxios(api, client, { replay: "confirm" });
  return api;
}
