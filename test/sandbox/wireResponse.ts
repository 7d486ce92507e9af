import { serverMessage } from "./serverMessages.js";
import type { WireShape } from "./WireShape.js";
import { defaultShape, wireShapes } from "./wireShapes.js";

/** How an answer is written. */
export interface WireResponseOptions {
  readonly shape?: WireShape | undefined;
  readonly message?: string | undefined;
  readonly httpStatus?: number | undefined;
}

/** A failure as an HTTP answer. Without a shape it comes in the one that the code's family has in reality. */
export function wireResponse(code: number, { shape, message, httpStatus }: WireResponseOptions = {}): Response {
  const spell = wireShapes[shape ?? defaultShape(code)];
  const { status, contentType, body } = spell({ code, message: message ?? serverMessage(code) });
  return new Response(body, { status: httpStatus ?? status, headers: { "content-type": contentType } });
}
