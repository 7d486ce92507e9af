/** The end of a session in milliseconds, as a server said it: milliseconds, the seconds of a token's `exp`, a date or its text. NaN: not known. */
export function parseExpiry(said: unknown): number {
  const ms = +new Date((said ?? "") as string);
  // as milliseconds it would lie in the first years of the clock
  return (said as number) < 1e11 ? ms * 1000 : ms;
}
