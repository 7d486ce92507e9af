import { strictCode } from "./strictCode.js";

/** What the provider sent back in the address of the return page. */
export type Callback =
  { readonly state: string; readonly code: string } | { readonly state: string; readonly error: string };

const otherwise = ["code", "access_token", "client_id", "redirect_uri"];
const single = ["state", "code", "error", "msg", "usercancel"] as const;

/**
 * Reads an address that the provider sent somebody back to. Undefined when it is no answer, or one with doubtful parts: no
 * state, a key twice or in query and hash, a code beside an error. A numeric `code` with a `msg` is an error, not an authorization code;
 * a state without a code says that the person refused.
 * @see https://wiki.connect.qq.com/使用authorization_code获取access_token
 */
export function readCallback(address: string): Callback | undefined {
  const at = address.search(/[?#]/);
  const fields = new URLSearchParams(at < 0 ? "" : address.slice(at + 1).replace(/[?#]/g, "&"));
  if (single.some((key) => fields.getAll(key).length > 1)) return undefined;
  const [state, code, error, msg, cancel] = single.map((key) => fields.get(key)?.trim() ?? "");
  if (!state) return undefined;
  const isCancelled = cancel !== undefined && cancel !== "" && cancel !== "0";
  if (code && (error || isCancelled)) return undefined;
  if (isCancelled) return { state, error: "usercancel" };
  if (error) return { state, error };
  // WeChat answers a refusal with the state alone; beside an empty code, a token or a question to the provider it is no answer
  if (!code) return otherwise.some((key) => fields.has(key)) ? undefined : { state, error: "denied" };
  return msg && strictCode(code) !== null ? { state, error: code } : { state, code };
}
