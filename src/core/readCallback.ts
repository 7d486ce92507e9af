import { strictCode } from "./strictCode.js";

/** What the provider sent back in the address of the return page. */
export type Callback =
  { readonly state: string; readonly code: string } | { readonly state: string; readonly error: string };

const single = ["state", "code", "error", "msg", "usercancel"] as const;

/**
 * Reads an address that the provider sent somebody back to. Undefined when it is no answer, or one with doubtful parts: no
 * state, a key twice or in query and hash, a code beside an error. A numeric `code` with a `msg` is an error, not an authorization code.
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
  if (!code) return undefined;
  return msg && strictCode(code) !== null ? { state, error: code } : { state, code };
}
