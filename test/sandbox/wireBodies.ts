import { serverMessage, serverMessages } from "./serverMessages.js";
import type { WireAnswer, WireShape } from "./WireShape.js";
import { wireShapes } from "./wireShapes.js";

/** One answer as it comes over the wire, with what it says. */
export interface WireBody extends WireAnswer {
  readonly code: number;
  readonly shape: WireShape;
}

/**
 * Every code in every shape, for a test that goes through all of them. In a page's text no number of less than five digits is looked
 * for, so that 1002 is not read there.
 * @example
 * ```ts
 * import { diagnose } from "tencent-error-kit/core";
 * import { wireBodies } from "tencent-error-kit/testing";
 *
 * const bodies = wireBodies().filter(({ shape }) => shape !== "text");
 * for (const { code, body } of bodies) console.assert(diagnose(body).failure.code === code);
 * ```
 */
export function wireBodies(): readonly WireBody[] {
  return Object.keys(serverMessages).flatMap((text) => {
    const code = Number(text);
    return Object.entries(wireShapes).map(([shape, spell]) => {
      return { code, shape: shape as WireShape, ...spell({ code, message: serverMessage(code) }) };
    });
  });
}
