const dayMs = 86_400_000;

/** Milliseconds that a `Retry-After` asks to wait, from seconds or a date, a day at most. Nonsense and the past read as nothing. */
export function retryAfterOf(header: string | undefined): number | undefined {
  if (header === undefined) return undefined;
  const text = header.trim();
  if (/^\d+$/.test(text)) return Math.min(Number(text) * 1000, dayMs);
  // a date of HTTP begins with its weekday; `Date.parse` would also take "-1" for one
  const ms = /^[A-Z][a-z]{2,8},? /.test(text) ? Date.parse(text) - Date.now() : -1;
  return ms >= 0 ? Math.min(ms, dayMs) : undefined;
}
