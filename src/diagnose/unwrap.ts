import type { Catalog, ResponseLike } from "../model/Catalog.js";
import { TencentError } from "./TencentError.js";
import { type Examination, examine } from "./diagnose.js";
import { isSure } from "./evidence.js";

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

/** The body as it came, when its examination found no failure. @throws TencentError when it did. */
export function answerOf<T>(body: T, found: Examination): T {
  if (isSure(found)) throw new TencentError(found.diagnosis, { cause: body });
  return body;
}
