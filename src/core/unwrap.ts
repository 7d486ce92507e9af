import type { Catalog } from "../model/CodeRow.js";
import type { ResponseLike } from "../model/Reading.js";
import { answerOf } from "./answerOf.js";
import { examine } from "./examine.js";

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
export function unwrap<T>(body: T, response?: ResponseLike, catalog?: Catalog): T {
  return answerOf(body, examine(body, { response, catalog }));
}
