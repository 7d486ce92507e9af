import { headerOf } from "./headerOf.js";

const dayMs = 86_400_000;

/** Milliseconds that the server asks to wait: `Retry-After` as seconds or as a date. Nonsense reads as nothing. */
export function retryAfterOf(headers: unknown): number | undefined {
  const text = headerOf(headers, "retry-after")?.trim();
  if (text === undefined) return undefined;
  const ms = /^\d{1,9}$/.test(text) ? Number(text) * 1000 : Date.parse(text) - Date.now();
  return Number.isFinite(ms) ? Math.min(Math.max(Math.round(ms), 0), dayMs) : undefined;
}
