import type { Catalog } from "../model/CodeRow.js";
import type { ResponseLike } from "../model/Reading.js";
import { examine } from "./examine.js";
import { TencentError } from "./TencentError.js";

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
  const { outcome, diagnosis } = examine(body, { response, catalog });
  if (outcome === "failure") throw new TencentError(diagnosis, { cause: body });
  return body;
}
