import type { TencentErrorClient } from "../client/TencentErrorClient.js";
import { fullAddress } from "../core/fullAddress.js";
import { headersOf } from "../core/headersOf.js";
import { read, readString } from "../core/read.js";
import { axiosBody } from "./axiosBody.js";
import type { AxiosConfigLike } from "./AxiosLike.js";

/**
 * The failure that an answer tells in its `raw` body, as an error that has its `config` as axios' errors do; undefined for a
 * success. Adapters of tests and of the app's own leave parts of an answer out.
 */
export async function axiosFailure(
  answer: unknown,
  raw: unknown,
  config: AxiosConfigLike,
  client: TencentErrorClient,
): Promise<unknown> {
  const body = await axiosBody(raw);
  const status = read(answer, "status");
  if (body === undefined || typeof status !== "number") return undefined;
  const header = headersOf(read(answer, "headers"));
  const place = {
    status,
    url: readString(read(answer, "request"), "responseURL") || (fullAddress(config.url, config.baseURL) ?? ""),
    method: config.method ?? "get",
    headers: { get: (name: string) => header(name) ?? null },
    isText: true,
  };
  try {
    client.unwrap(body, place);
    return undefined;
  } catch (error) {
    // interceptors read it of every error; it is not listed, since it holds the headers of the call
    return Object.defineProperty(error as Error, "config", { value: config });
  }
}
