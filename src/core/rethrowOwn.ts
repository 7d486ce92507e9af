/**
 * Lets through what the kit says to developers, and nothing else: a page that nobody bundled has no `process`, or half of one.
 * For the `catch` beside `process.env.NODE_ENV`, which each check asks itself, so that bundlers fold it away with its words.
 */
export function rethrowOwn(error: unknown): void {
  if (String(error).includes("[tencent-error-kit]")) throw error;
}
