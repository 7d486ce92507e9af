import { describe, expect, test } from "vitest";
import { parseCode } from "../../src/base/safely.js";
import { diagnose } from "../../src/diagnose/diagnose.js";

test.each<readonly [unknown, number]>([
  [-21, -21],
  ["-21", -21],
  [" -21 ", -21],
  ["\t100016\r\n", 100016],
  [100016n, 100016],
  [-21n, -21],
  [0, 0],
  ["0", 0],
  [-0, 0],
  ["-0", 0],
  ["0021", 21],
  [9_999_999, 9_999_999],
  [100014.0, 100014],
])("takes %o", (value, code) => {
  expect(parseCode(value)).toBe(code);
});

describe("takes for no number", { tags: ["F53"] }, () => {
  // prettier-ignore
  test.each<readonly [unknown]>([
    ["1e5"], ["−21"], ["－21"], [100014.5], ["100014.0"], ["100014.5"], ["0x186A0"], ["0b11"], ["+21"], ["- 21"], ["1 000"], ["100_000"], ["１２３"],
    [true], [false], [[-21]], [["-21"]], [{}], [null], [undefined], [""], [" "], [NaN], [Infinity], [1e10], ["10000000000"], [10_000_000_000n], [-(2n ** 64n)],
    [Symbol("-21")], [() => -21], [new Date(0)], [{ valueOf: () => -21, toString: () => "-21" }], [Object(-21)], ["1".repeat(1000)], [" ".repeat(1e6)],
  ])("%o", (value) => {
    expect(parseCode(value)).toBeNull();
    const { row, failure } = diagnose({ ret: value, msg: "x" });
    expect([row, failure.code]).toEqual([null, null]);
  });
});
