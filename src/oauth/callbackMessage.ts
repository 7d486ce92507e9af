import { read, parseCode } from "../base/safely.js";

/** What the return page sends to the page that waits: nothing but this, and only within one origin. */
export interface CallbackMessage {
  readonly v: 1;
  /** The public name of the flow: the beginning of its state, since the return page knows nothing else. */
  readonly flow: string;
  readonly state: string;
  /** The authorization code, or what went wrong. Never both. */
  readonly code?: string;
  readonly error?: string;
}

/**
 * What the return page says to all that wait when its address held an answer without a state. It carries nothing and names no flow,
 * so it can end none.
 */
export const lostAnswer = { v: 1, flow: "te-lost" } as const;

/** Whether a message says that an answer lost its state. */
export function isLostAnswer(message: unknown): boolean {
  return read(message, "v") === 1 && read(message, "flow") === lostAnswer.flow;
}

/** Whether this could be a state of ours. */
export function isState(value: unknown): value is string {
  return typeof value === "string" && /^[\w-]{43}$/.test(value);
}

/** The name under which both sides of a flow meet: its channel, and the key of its record in the storage of all tabs. */
export function channelName(state: string): string {
  return `te-${state.slice(0, 10)}`;
}

/** The message that carries a callback, or undefined when its state is none. */
export function createCallbackMessage(callback: Callback): CallbackMessage | undefined {
  return isState(callback.state) ? { v: 1, flow: channelName(callback.state), ...callback } : undefined;
}

/** `message` when it is the answer to `state` and to nothing else; undefined for whatever else comes along. */
export function validateMessage(message: unknown, state: string): CallbackMessage | undefined {
  if (read(message, "state") !== state || !isState(state) || read(message, "v") !== 1) return undefined;
  if (read(message, "flow") !== channelName(state)) return undefined;
  const code = read(message, "code");
  const error = read(message, "error");
  if (isAnswer(code) && error === undefined) return { v: 1, flow: channelName(state), state, code };
  return isAnswer(error) && code === undefined ? { v: 1, flow: channelName(state), state, error } : undefined;
}

function isAnswer(value: unknown): value is string {
  return typeof value === "string" && value !== "" && value.length <= 512;
}

/** What the provider sent back in the address of the return page. */
type Callback = { readonly state: string; readonly code: string } | { readonly state: string; readonly error: string };

const otherwise = ["code", "access_token", "client_id", "redirect_uri"];
const single = ["state", "code", "error", "msg", "usercancel"] as const;

/**
 * Reads an address that the provider redirected to. Undefined when it is no answer, or one with doubtful parts: no
 * state, a key twice or in query and hash, a code beside an error. A numeric `code` with a `msg` is an error, not an authorization code;
 * a state without a code says that the person refused.
 * @see https://wiki.connect.qq.com/使用authorization_code获取access_token
 */
export function parseCallback(address: string): Callback | undefined {
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
  return msg && parseCode(code) !== null ? { state, error: code } : { state, code };
}
