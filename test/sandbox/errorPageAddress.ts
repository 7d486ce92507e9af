/** Where a failed authorization strands its user. Keys repeat, as they do in reality: the first `error` counts. */
export function errorPageAddress(base: string, code: number, asked: URLSearchParams): string {
  const kept = ["response_type", "client_id", "redirect_uri", "state", "lang"].flatMap((key) => {
    const value = asked.get(key);
    return value === null ? [] : [[key, value]];
  });
  const query = new URLSearchParams([
    ["which", "error"],
    ["display", "pc"],
    ["error", String(code)],
    ["which", "Login"],
    ["display", "pc"],
    ...kept,
  ]);
  return `${base}/oauth2.0/show?${query.toString()}`;
}
