import type { TencentErrorClient } from "../client/TencentErrorClient.js";
import { headersOf } from "../core/headersOf.js";
import { readString } from "../core/read.js";
import { axiosBody } from "./axiosBody.js";
import type { AxiosConfigLike, AxiosResponseLike } from "./AxiosLike.js";

/** The failure that an answer tells, as an error that has its `config` as axios' errors do; undefined for a success. */
export async function axiosFailure(
  { status, headers, config, request }: AxiosResponseLike,
  raw: unknown,
  client: TencentErrorClient,
): Promise<unknown> {
  const body = await axiosBody(raw);
  if (body === undefined) return undefined;
  const header = headersOf(headers);
  const place = {
    status,
    url: readString(request, "responseURL") || fullAddress(config),
    method: config.method ?? "get",
    headers: { get: (name: string) => header(name.toLowerCase()) ?? header(name) ?? null },
  };
  try {
    client.unwrap(body, place);
    return undefined;
  } catch (error) {
    // interceptors read it of every error; not to be listed, since it holds the call's headers
    return typeof error === "object" && error !== null
      ? Object.defineProperty(error, "config", { value: config })
      : error;
  }
}

function fullAddress({ url = "", baseURL = "" }: AxiosConfigLike): string {
  const isFull = baseURL === "" || /^(?:[a-z][\w+.-]*:)?\/\//i.test(url);
  return isFull ? url : url === "" ? baseURL : `${baseURL.replace(/\/+$/, "")}/${url.replace(/^\/+/, "")}`;
}
