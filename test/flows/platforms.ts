import { vi } from "vitest";

/** The outcome for a person: signed in, `popupBlocked`, `unsupported`, or waiting for the network. */
export type Way = "signsIn" | "isBlocked" | "isUnsupported" | "isOffline";

/** A browser that lacks something. */
export interface Platform {
  readonly name: string;
  /** Takes it away from this page, until mocks and globals are restored. */
  lose(): void;
  readonly popup: Way;
  readonly redirect: Way;
}

const refuse = (): never => {
  throw new DOMException("refused", "SecurityError");
};
const throwing = new Proxy({}, { get: refuse });
const opening = (open: () => unknown) => (): void =>
  void vi.spyOn(window, "open").mockImplementation(open as typeof window.open);

/** The platforms that hardening.md names, each with what both flows make of it. */
// prettier-ignore
export const platforms: readonly Platform[] = [
  { name: "storage that throws when it is asked for", lose: () => { for (const name of ["sessionStorage", "localStorage"] as const) vi.spyOn(window, name, "get").mockImplementation(refuse); }, popup: "signsIn", redirect: "isUnsupported" },
  { name: "storage that is full", lose: () => void vi.spyOn(Storage.prototype, "setItem").mockImplementation(() => { throw new DOMException("full", "QuotaExceededError"); }), popup: "signsIn", redirect: "isUnsupported" },
  { name: "no BroadcastChannel", lose: () => vi.stubGlobal("BroadcastChannel", undefined), popup: "signsIn", redirect: "signsIn" },
  { name: "a BroadcastChannel that throws", lose: () => vi.stubGlobal("BroadcastChannel", refuse), popup: "signsIn", redirect: "signsIn" },
  { name: "no locks", lose: () => void vi.spyOn(navigator, "locks", "get").mockImplementation(nothing), popup: "signsIn", redirect: "signsIn" },
  { name: "locks that throw", lose: () => void vi.spyOn(LockManager.prototype, "request").mockImplementation(refuse), popup: "signsIn", redirect: "signsIn" },
  { name: "no random numbers", lose: () => vi.stubGlobal("crypto", {}), popup: "isUnsupported", redirect: "isUnsupported" },
  { name: "a clipboard that is denied", lose: () => { vi.spyOn(navigator.clipboard, "writeText").mockRejectedValue(new DOMException("denied", "NotAllowedError")); vi.spyOn(document, "execCommand").mockReturnValue(false); }, popup: "signsIn", redirect: "signsIn" },
  { name: "an Intl that throws", lose: () => vi.stubGlobal("Intl", throwing), popup: "signsIn", redirect: "signsIn" },
  { name: "windows that are null", lose: opening(() => null), popup: "isBlocked", redirect: "signsIn" },
  { name: "windows that throw", lose: opening(refuse), popup: "isBlocked", redirect: "signsIn" },
  { name: "windows that are closed from the beginning", lose: opening(() => ({ closed: true })), popup: "isBlocked", redirect: "signsIn" },
  { name: "windows that are no windows", lose: opening(() => ({})), popup: "isBlocked", redirect: "signsIn" },
  { name: "no network", lose: () => void vi.spyOn(navigator, "onLine", "get").mockReturnValue(false), popup: "isOffline", redirect: "isOffline" },
  { name: "a console that can't be written to", lose: () => vi.stubGlobal("console", withWriting(undefined)), popup: "signsIn", redirect: "signsIn" },
  { name: "a console that throws", lose: () => vi.stubGlobal("console", withWriting(refuse)), popup: "signsIn", redirect: "signsIn" },
];

/** What React's development build measures with stays: it can't do without. */
function withWriting(method: unknown): object {
  return { ...console, ...Object.fromEntries(["debug", "info", "log", "warn", "error"].map((name) => [name, method])) };
}

function nothing(): never {
  return undefined as never;
}
