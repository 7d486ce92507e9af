import { attempt, read, readString } from "../base/safely.js";
import { ownAddress } from "./authorizeUrl.js";
import { channelName, isState } from "./callbackMessage.js";
import type { ReauthOptions } from "./ReauthOptions.js";

/** The registration that a flow signs in with: another app of the same origin has another one. */
export interface Registration {
  readonly provider: string;
  /** The app's number and its return page. */
  readonly client: string;
}

/** What a flow that leaves the page keeps: this and nothing else. It knows the state of an answer, never a code. */
export interface PendingSignIn {
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
  const { id } = typeof provider === "string" ? { id: provider } : provider;
  return { provider: id, client: `${clientId} ${redirectUri}` };
}

/** The record of a flow that leaves the page at `href`. */
export function createPendingSignIn(state: string, registration: Registration, href: string): PendingSignIn {
  return { v: 1, flow: channelName(state), state, ...registration, createdAt: Date.now(), returnTo: href };
}

/** The record that storage holds, field by field; undefined for whatever else lies there, and for a way back that leads astray. */
export function readPendingSignIn(kept: unknown, base: string): PendingSignIn | undefined {
  const [v, flow, state, provider, createdAt] = ["v", "flow", "state", "provider", "createdAt"].map((key) =>
    read(kept, key),
  );
  const returnTo = ownAddress(read(kept, "returnTo"), base);
  if (v !== 1 || !isState(state) || flow !== channelName(state) || typeof provider !== "string") return undefined;
  if (typeof createdAt !== "number" || returnTo === undefined || /^[^/]*\/\/[^/]*\/\//.test(returnTo)) return undefined;
  const client = readString(kept, "client");
  const record: PendingSignIn = { v, flow: channelName(state), state, provider, createdAt, returnTo };
  return {
    ...record,
    ...(client !== undefined && { client }),
    ...(read(kept, "isUsed") === true && { isUsed: true }),
  };
}

/** Whether what lies there was kept by this registration and no other. */
export function belongsTo({ provider, client }: Registration, kept: unknown): boolean {
  return read(kept, "provider") === provider && read(kept, "client") === client;
}

/** Whether it was kept within the last 10 minutes, or `lifeMs`. A clock that was set meanwhile makes nothing older than that. */
export function isUnexpired(kept: unknown, lifeMs: number = flowLifeMs): boolean {
  const createdAt = read(kept, "createdAt");
  return typeof createdAt === "number" && Math.abs(Date.now() - createdAt) <= lifeMs;
}

/** A storage of the browser's, as much of it as is used. */
export interface StorageLike {
  getItem(key: string): string | null;
  setItem(key: string, text: string): void;
  removeItem(key: string): void;
}

/** What lies in a tab's storage: the flow under way, its answer until the app's page takes it, and the app's unsaved work. */
export const storageKeys = { record: "te-flow", answer: "te-answer", work: "te-work" } as const;

const recordLimit = 4096;

/** Keeps plain data. False where the storage is shut, full or forgets. */
export function writeStored(storage: StorageLike | undefined, key: string, value: unknown): boolean {
  return (
    attempt(() => {
      const text = JSON.stringify(value);
      storage?.setItem(key, text);
      return storage?.getItem(key) === text;
    }) === true
  );
}

/** What lies there. Undefined when it is nothing, no JSON or longer than our own can be. */
export function peekStored(storage: StorageLike | undefined, key: string): unknown {
  return attempt((): unknown => {
    const text = storage?.getItem(key) ?? "";
    return key === storageKeys.work || text.length <= recordLimit ? JSON.parse(text) : undefined;
  });
}

/** The same, and takes it away: nothing is read twice. */
export function popStored(storage: StorageLike | undefined, key: string): unknown {
  const found = peekStored(storage, key);
  attempt(() => storage?.removeItem(key));
  return found;
}

/** The two storages of a page, where it has them. */
export interface SignInStorages {
  /** Of this tab alone. */
  readonly tab: StorageLike | undefined;
  /** Of all of the browser's tabs. */
  readonly everyTab: StorageLike | undefined;
}

/** Keeps the record for this tab, and for the others, where the provider's app may come back. False where this tab's is shut. */
export function writePendingSignIn({ tab, everyTab }: SignInStorages, record: PendingSignIn): boolean {
  const isKept = writeStored(tab, storageKeys.record, record);
  if (isKept) writeStored(everyTab, record.flow, record);
  return isKept;
}

/** Takes away the record of this tab's sign-in, for this tab and all others. */
export function removePendingSignIn({ tab, everyTab }: SignInStorages, href: string): void {
  const record = readPendingSignIn(popStored(tab, storageKeys.record), href);
  if (record !== undefined) popStored(everyTab, record.flow);
}
