import type { TencentErrorClient } from "../client/TencentErrorClient.js";
import { readString } from "../core/read.js";
import type { AxiosResponseLike } from "./AxiosLike.js";

/** The failure that an answer tells with HTTP 200, as an error; undefined for a success. */
export function axiosFailure(
  { data, status, headers, config }: AxiosResponseLike,
  client: TencentErrorClient,
): unknown {
  const { url = "", method = "get" } = config;
  const call = { status, url, method, headers: { get: (name: string) => readString(headers, name) ?? null } };
  try {
    client.unwrap(data, call);
    return undefined;
  } catch (error) {
    return error;
  }
}
