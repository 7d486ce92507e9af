import { channelOf, isState } from "./flowMessage.js";
import { ownAddress } from "./ownAddress.js";
import { read } from "./read.js";

/** What a flow that leaves the page keeps in the tab's storage: this and nothing else. */
export interface FlowRecord {
  readonly v: 1;
  readonly flow: string;
  readonly state: string;
  readonly provider: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  /** The page that was left. */
  readonly returnTo: string;
}

const flowLifeMs = 600_000;

/** The record of a flow that leaves the page at `href`. */
export function flowRecord(state: string, provider: string, href: string): FlowRecord {
  return { v: 1, flow: channelOf(state), state, provider, createdAt: Date.now(), returnTo: href };
}

/** The record that storage holds, field by field; undefined for whatever else lies there, and for a way back that leads astray. */
export function readRecord(kept: unknown, base: string): FlowRecord | undefined {
  const [v, flow, state, provider, createdAt] = ["v", "flow", "state", "provider", "createdAt"].map((key) =>
    read(kept, key),
  );
  const returnTo = ownAddress(read(kept, "returnTo"), base);
  if (v !== 1 || !isState(state) || flow !== channelOf(state) || typeof provider !== "string") return undefined;
  if (typeof createdAt !== "number" || returnTo === undefined || /^[^/]*\/\/[^/]*\/\//.test(returnTo)) return undefined;
  return { v, flow: channelOf(state), state, provider, createdAt, returnTo };
}

/** Whether it was kept within the last 10 minutes, or `lifeMs`. A clock that was set meanwhile makes nothing older than that. */
export function isFresh(kept: unknown, lifeMs: number = flowLifeMs): boolean {
  const createdAt = read(kept, "createdAt");
  return typeof createdAt === "number" && Math.abs(Date.now() - createdAt) <= lifeMs;
}
