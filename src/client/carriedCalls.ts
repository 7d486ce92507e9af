import type { Carried, SignInCalls } from "./Reauth.js";

/** A shorter code may stand in any text by chance. */
const minSecretLength = 8;

/** Whether a call is one of a sign-in's own: one that begins right now, or one that has failed, by what it carried. */
export function isOwnCall(calls: SignInCalls, call: Carried | undefined): boolean {
  if (call === undefined) return calls.isBeginning();
  const signal = call.signal?.();
  if (signal !== undefined && calls.signals.has(signal)) return true;
  const secrets = calls.secrets().filter(({ length }) => length >= minSecretLength);
  return secrets.length > 0 && carries(call.sent?.(), secrets);
}

/** Looks through a bounded part of what a call sends. */
function carries(sent: unknown, secrets: readonly string[]): boolean {
  const left: unknown[] = [sent];
  for (let seen = 0; seen < 200 && left.length > 0; seen += 1) {
    const value = left.pop();
    const text = value instanceof URLSearchParams || value instanceof URL ? value.toString() : value;
    if (typeof text === "string" && secrets.some((secret) => text.includes(secret))) return true;
    if (isPlain(text)) left.push(...Object.values(text).slice(0, 50));
  }
  return false;
}

/** Whether it is plain data with values inside: an object literal or an array. */
export function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === Array.prototype || prototype === null;
}
