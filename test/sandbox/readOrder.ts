import type { Order } from "./Order.js";
import { wireShapes } from "./wireShapes.js";

/** Checks an order that came from outside. Throws on unknown fields and wrong values, so that a typo never passes silently. */
export function readOrder(raw: unknown): Order {
  if (typeof raw !== "object" || raw === null || Array.isArray(raw)) throw refusal("an order is an object", raw);
  for (const [field, value] of Object.entries(raw)) {
    const check = Object.hasOwn(checks, field) ? checks[field as keyof Order] : undefined;
    if (check === undefined)
      throw refusal(`orders know no field "${field}"; they know ${Object.keys(checks).join(", ")}`, raw);
    if (value !== undefined && !check(value)) throw refusal(`"${field}" has a value that can't be ordered`, raw);
  }
  return { ...raw };
}

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === "string";
const isFlag: Check = (value) => typeof value === "boolean";
const isCount: Check = (value) => typeof value === "number" && value >= 0;

const checks: Readonly<Record<keyof Order, Check>> = {
  path: (value) => typeof value === "string" && value.startsWith("/"),
  method: isText,
  code: Number.isInteger,
  message: isText,
  shape: (value) => typeof value === "string" && Object.hasOwn(wireShapes, value),
  httpStatus: (value) => Number.isInteger(value) && Number(value) >= 200 && Number(value) <= 599,
  retryAfter: (value) => isText(value) || isCount(value),
  html: (value) => value === 502 || value === 503 || value === 504,
  body: isText,
  contentType: isText,
  delayMs: isCount,
  silent: isFlag,
  afterwards: isFlag,
  times: isCount,
};

function refusal(what: string, raw: unknown): TypeError {
  return new TypeError(`[tencent-error-kit] sandbox: ${what}. Got ${JSON.stringify(raw)}.`);
}
