import { read } from "./read.js";
import type { Callback } from "./readCallback.js";

/** What the return page sends to the page that waits: nothing but this, and only within one origin. */
export interface FlowMessage {
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
export function channelOf(state: string): string {
  return `te-${state.slice(0, 10)}`;
}

/** The message that carries a callback, or undefined when its state is none. */
export function flowMessage(callback: Callback): FlowMessage | undefined {
  return isState(callback.state) ? { v: 1, flow: channelOf(callback.state), ...callback } : undefined;
}

/** `message` when it is the answer to `state` and to nothing else; undefined for whatever else comes along. */
export function acceptMessage(message: unknown, state: string): FlowMessage | undefined {
  if (read(message, "state") !== state || !isState(state) || read(message, "v") !== 1) return undefined;
  if (read(message, "flow") !== channelOf(state)) return undefined;
  const code = read(message, "code");
  const error = read(message, "error");
  if (isAnswer(code) && error === undefined) return { v: 1, flow: channelOf(state), state, code };
  return isAnswer(error) && code === undefined ? { v: 1, flow: channelOf(state), state, error } : undefined;
}

function isAnswer(value: unknown): value is string {
  return typeof value === "string" && value !== "" && value.length <= 512;
}
