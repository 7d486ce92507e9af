import { expect, test } from "vitest";
import { isSecretName } from "../../src/privacy/namedSpans.js";

// what only resembles a secret's name; those that are secret are asked of `redact`, in each spelling
test.each(["pinned", "hotplug", "sidebar", "assigned", "statement", "uint", "mailbox", "shipping", "keyword"])(
  "a field called %s is no secret",
  (name) => {
    expect(isSecretName(name, "x")).toBe(false);
  },
);

test.each([
  ["-21", false],
  ["100016", false],
  ["1234567", false],
  ["-21]", false],
  ["-21}", false],
  ["100016).", false],
  ["", false],
  ["12345678", true],
  ["abc", true],
  ["1a", true],
  ["--1", true],
  ["x-21", true],
  ["-21!", true],
  ["密码", true],
])("a code of %j is a secret: %s", (value, expected) => {
  expect([isSecretName("code", value), isSecretName("auth_code", value)]).toEqual([expected, expected]);
});
