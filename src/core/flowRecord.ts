import type { ReauthOptions } from "../model/ReauthFlow.js";
import { channelOf, isState } from "./flowMessage.js";
import { ownAddress } from "./ownAddress.js";
import { read, readString } from "./read.js";

/** The registration that a flow signs in with: another app of the same origin has another one. */
export interface Registration {
  readonly provider: string;
  /** The app's number and its return page. */
  readonly client: string;
}

/** What a flow that leaves the page keeps: this and nothing else. It knows the state of an answer, never a code. */
export interface FlowRecord {
  readonly v: 1;
  readonly flow: string;
  readonly state: string;
  readonly provider: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  /** The page that was left. */
  readonly returnTo: string;
  /** Whose answer it will be, as {@link Registration} has it. */
  readonly client?: string;
  /** Another tab has had the answer: what is left says so to the tab that began. */
  readonly isUsed?: true;
}

const flowLifeMs = 600_000;

/** Whose answers a flow takes. */
export function registrationOf({ provider = "qq", clientId, redirectUri }: ReauthOptions): Registration {
  return { provider, client: `${clientId} ${redirectUri}` };
}

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
  const client = readString(kept, "client");
  const record: FlowRecord = { v, flow: channelOf(state), state, provider, createdAt, returnTo };
  return {
    ...record,
    ...(client !== undefined && { client }),
    ...(read(kept, "isUsed") === true && { isUsed: true }),
  };
}

/** Whether what lies there was kept by this registration and no other. */
export function isOf({ provider, client }: Registration, kept: unknown): boolean {
  return read(kept, "provider") === provider && read(kept, "client") === client;
}

/** Whether it was kept within the last 10 minutes, or `lifeMs`. A clock that was set meanwhile makes nothing older than that. */
export function isFresh(kept: unknown, lifeMs: number = flowLifeMs): boolean {
  const createdAt = read(kept, "createdAt");
  return typeof createdAt === "number" && Math.abs(Date.now() - createdAt) <= lifeMs;
}
