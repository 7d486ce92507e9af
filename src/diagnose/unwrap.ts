import type { Catalog, ResponseLike } from "../model/Catalog.js";
import { TencentError } from "./TencentError.js";
import { type DiagnoseOptions, type Examination, examine } from "./diagnose.js";

/**
 * The body as it came, when it is an answer.
 * @throws TencentError when it is a failure, whatever the HTTP status says.
 * @example
 * ```ts
 * import { unwrap } from "tencent-error-kit/core";
 *
 * export async function friends(): Promise<unknown> {
 *   const response = await fetch("/api/friends");
 *   return unwrap(await response.json(), response);
 * }
 * ```
 */
export function unwrap<T>(body: T, response?: ResponseLike, catalog?: Catalog | readonly Catalog[]): T {
  return answerOf(body, examine(body, { response: response ?? undefined, catalogs: catalog && [catalog].flat() }));
}

/**
 * Whether an answer is a failure wherever it came from. False for `ret: 0`, `error: 0`, tokens and plain data, also when a message
 * is filled, and for what good answers look like too, such as `{ code: 20000, message }`: `unwrap` with the response knows more. Total.
 */
export function isFailure(raw: unknown, options?: DiagnoseOptions): boolean {
  return isSure(examine(raw, options ?? {}));
}

/** The body as it came, when its examination found no failure. @throws TencentError when it did. */
export function answerOf<T>(body: T, found: Examination): T {
  if (isSure(found)) throw new TencentError(found.diagnosis, { cause: body });
  return body;
}

/** Whether an answer is a failure also where it was not asked about on purpose. */
export function isSure({ outcome, isWeak }: Examination): boolean {
  return outcome === "failure" && !isWeak;
}
