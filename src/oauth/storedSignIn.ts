import { attempt, read } from "../base/safely.js";
import type { ReauthOptions } from "./ReauthOptions.js";

/** The registration that a flow signs in with: another app of the same origin has another one. */
export interface Registration {
  readonly provider: string;
  /** The app's number and its return page. */
  readonly client: string;
}

/** Whose answers a flow takes. */
export function registrationOf({ provider = "qq", clientId, redirectUri }: ReauthOptions): Registration {
  const { id } = typeof provider === "string" ? { id: provider } : provider;
  return { provider: id, client: `${clientId} ${redirectUri}` };
}

/** A storage of the browser's, as much of it as is used. */
export interface StorageLike {
  getItem(key: string): string | null;
  setItem(key: string, text: string): void;
  removeItem(key: string): void;
}

/** What lies in a tab's storage: the flow under way, its answer until the app's page takes it, and the app's unsaved work. */
export const storageKeys = { record: "te-flow", answer: "te-answer", work: "te-work" } as const;

/** The two storages of a page, where it has them. */
export interface SignInStorages {
  /** Of this tab alone. */
  readonly tab: StorageLike | undefined;
  /** Of all of the browser's tabs. */
  readonly everyTab: StorageLike | undefined;
}

/** Those of this page. */
export function pageStorages(): SignInStorages {
  return { tab: attempt(() => window.sessionStorage), everyTab: attempt(() => window.localStorage) };
}

const recordLimit = 4096;

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

const flowLifeMs = 600_000;
/** From the return page to the one that was left: longer no code lies in storage unused. */
export const answerLifeMs = 60_000;

/** Whether what lies there was kept by this registration and no other. */
export function belongsTo({ provider, client }: Registration, kept: unknown): boolean {
  return read(kept, "provider") === provider && read(kept, "client") === client;
}

/** Whether it was kept within the last 10 minutes, or `lifeMs`. A clock that was set meanwhile makes nothing older than that. */
export function isUnexpired(kept: unknown, lifeMs: number = flowLifeMs): boolean {
  const createdAt = read(kept, "createdAt");
  return typeof createdAt === "number" && Math.abs(Date.now() - createdAt) <= lifeMs;
}
