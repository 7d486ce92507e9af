import { read, readString } from "../../base/safely.js";
import type { TencentErrorClient } from "../../client/TencentErrorClient.js";
import { headersOf } from "../../diagnose/headers.js";
import { judgedBody } from "../responseBody.js";
import type { AxiosConfigLike } from "./AxiosLike.js";
import { fullAddress } from "../../diagnose/callInfo.js";

/**
 * The failure in an answer's `raw` body, as an error that has its `config` as axios' errors do; undefined for a
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
    // interceptors read it from every error; not enumerable, since it holds the headers of the call
    return Object.defineProperty(error as Error, "config", { value: config });
  }
}

/** Larger bodies are not read: failures are small. */
const maxLength = 262_144;
/** JSON, JSONP with an object or a text, with or without a guard, or a form. */
const bodyPattern =
  /^\s*(?:\{|;?\s*(?:\/\*\*\/\s*)?(?:[^({]{1,80}&&\s*)?[\w.$["'\]]{1,80}\s*\(\s*[{"]|[\w.-]{1,80}=[^\s{}<]*$)/;

/** The body of an answer of any `responseType`; undefined for a file. */
async function axiosBody(raw: unknown): Promise<unknown> {
  if (typeof raw === "string") return raw.length <= maxLength ? judgedBody(raw) : raw;
  const binary = binaryOf(raw);
  if (binary === undefined) return raw;
  if (binary.size > maxLength) return undefined;
  const text = await binary.text();
  return bodyPattern.test(text) ? judgedBody(text) : undefined;
}

/** The configuration that each transformation records for. */
const notes = new WeakMap<object, AxiosConfigLike>();

/** Records the body before the app's own `transformResponse` changes it. */
export function axiosRaw(config: AxiosConfigLike, record: (raw: unknown) => void): void {
  const note = (data: unknown): unknown => {
    record(data);
    return data;
  };
  notes.set(note, config);
  const given: unknown = config.transformResponse ?? [];
  const list: readonly unknown[] = Array.isArray(given) ? given : [given];
  // a retry by the app copies the list of the call that it retries
  config.transformResponse = [note, ...list.filter((one) => !isOthers(one, config))];
}

function isOthers(one: unknown, config: AxiosConfigLike): boolean {
  const noted = typeof one === "function" ? notes.get(one) : undefined;
  return noted !== undefined && noted !== config;
}

/** Bytes, and how to read them. */
interface Binary {
  readonly size: number;
  text(): Promise<string> | string;
}

/** A body of bytes: `Blob`, `ArrayBuffer`, or Node's `Buffer`. */
export function binaryOf(raw: unknown): Binary | undefined {
  if (typeof Blob === "function" && raw instanceof Blob) return raw;
  if (!(raw instanceof ArrayBuffer || ArrayBuffer.isView(raw))) return undefined;
  return { size: raw.byteLength, text: () => new TextDecoder().decode(raw) };
}
