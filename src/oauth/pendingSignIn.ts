import { attempt, read, readString } from "../base/safely.js";
import { ownAddress } from "./authorizeUrl.js";
import { channelName, isState } from "./callbackMessage.js";
import {
  answerLifeMs,
  isUnexpired,
  peekStored,
  popStored,
  type Registration,
  type SignInStorages,
  storageKeys,
  type StorageLike,
} from "./storedSignIn.js";

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

/**
 * Takes away what sign-ins have left behind: an answer after a minute, all else after ten. Every page of the app does it, so that
 * no code stays where the page that was left never takes it.
 */
export function removeExpired(storages: SignInStorages, href: string): void {
  const { tab, everyTab } = storages;
  const answer = peekStored(tab, storageKeys.answer);
  if (isUnexpired(answer, answerLifeMs)) setTimeout(removeExpired, answerLifeMs + 1, storages, href);
  else popStored(tab, storageKeys.answer);
  for (const key of [storageKeys.record, storageKeys.work]) if (!isUnexpired(peekStored(tab, key))) popStored(tab, key);
  for (const key of attempt(() => Object.keys(everyTab ?? {})) ?? []) {
    const record = key.startsWith("te-") ? readPendingSignIn(peekStored(everyTab, key), href) : undefined;
    // an app's own key may begin as ours do
    if (record?.flow === key && !isUnexpired(record)) popStored(everyTab, key);
  }
}
