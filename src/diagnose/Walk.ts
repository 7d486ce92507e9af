import type { ErrorShape } from "./errorShape.js";
import type { Position } from "./matchDialect.js";
import type { Found } from "./Reading.js";
import type { Trail } from "./trail.js";

/** The steps of parsing that go further in. */
export interface Walk {
  enter(value: unknown, trail: Trail, depth: number): Found | undefined;
  enterError(error: object, words: ErrorShape, trail: Trail, depth: number, walk: Walk): Found | undefined;
  enterDialect(
    value: object,
    trail: Trail,
    depth: number,
    position: Position,
    fields?: Record<string, unknown>,
  ): Found | undefined;
}
