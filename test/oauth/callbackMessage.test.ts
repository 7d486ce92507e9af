import fc from "fast-check";
import { expect, test } from "vitest";
import { channelName, createCallbackMessage, isState, validateMessage } from "../../src/oauth/callbackMessage.js";
import { runs } from "../diagnose/hostile.js";
import { near } from "../diagnose/near.js";

const secret = fc.string({ unit: fc.constantFrom(...Array.from("ABCxyz0189-_")), minLength: 43, maxLength: 43 });
const answer = fc.oneof(
  fc.string({ minLength: 1, maxLength: 512 }).map((code) => ({ code })),
  fc.string({ minLength: 1, maxLength: 512 }).map((error) => ({ error })),
);

/** A right message, and the state that it answers. */
const right = fc
  .tuple(secret, answer)
  .map(([state, given]) => ({ state, message: { v: 1, flow: channelName(state), state, ...given } }));

/** The same value as another type, or none. */
const otherType = (value: unknown): fc.Arbitrary<unknown> =>
  fc.constantFrom<unknown>(
    [value],
    { value },
    { toString: () => value, valueOf: () => value },
    Object(value),
    () => value,
    null,
    undefined,
    true,
    NaN,
    Symbol(String(value)),
    1n,
    typeof value === "number" ? String(value) : 1,
  );

/** A right message of which one part is wrong, or which is none as a whole. */
const mutated = right.chain(({ state, message }) => {
  const set = (key: string, value: unknown): unknown => ({ ...message, [key]: value });
  const kind = "code" in message ? "code" : "error";
  return fc
    .oneof(
      near(message.flow).map((flow) => set("flow", flow)),
      near(state).map((other) => set("state", other)),
      fc
        .oneof(fc.integer(), fc.double())
        .filter((v) => v !== 1)
        .map((v) => set("v", v)),
      fc
        .constantFrom("v", "flow", "state", kind)
        .chain((key) => otherType(Reflect.get(message, key)).map((value) => set(key, value))),
      fc.constantFrom("", "x".repeat(513)).map((value) => set(kind, value)),
      fc.constantFrom("", "1", null, 0).map((value) => set(kind === "code" ? "error" : "code", value)),
      fc.constantFrom<unknown>(JSON.stringify(message), [message], { data: message }, new Map(Object.entries(message))),
    )
    .map((wrong) => ({ state, message, wrong }));
});

test("P18: every right message is taken as it is", { tags: ["T25", "P18"] }, () => {
  fc.assert(
    fc.property(right, ({ state, message }) => {
      expect(validateMessage(message, state)).toEqual(message);
    }),
    { numRuns: runs },
  );
});

test("P18: a right message with one part changed is refused", { tags: ["T25", "P18"] }, () => {
  fc.assert(
    fc.property(mutated, ({ state, wrong }) => {
      expect(validateMessage(wrong, state)).toBeUndefined();
    }),
    { numRuns: runs },
  );
});

test("P18: what is no state of ours accepts nothing, not even itself", { tags: ["T25", "P18"] }, () => {
  fc.assert(
    fc.property(secret.chain(near), fc.string(), (state, code) => {
      fc.pre(!/^[\w-]{43}$/.test(state));
      expect(createCallbackMessage({ state, code })).toBeUndefined();
      expect(validateMessage({ v: 1, flow: channelName(state), state, code }, state)).toBeUndefined();
    }),
    { numRuns: runs },
  );
});

test(
  "P18: an answer has at most 512 characters, and a flow's name is the beginning of its state",
  { tags: ["T25", "P18"] },
  () => {
    const state = "abcdefghij".padEnd(43, "k");
    expect(channelName(state)).toBe("te-abcdefghij");
    const message = { v: 1, flow: channelName(state), state };
    expect(validateMessage({ ...message, code: "c".repeat(512) }, state)).toBeDefined();
    expect(validateMessage({ ...message, code: "c".repeat(513) }, state)).toBeUndefined();
    expect(isState([state])).toBe(false);
  },
);
