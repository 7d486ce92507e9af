import fc from "fast-check";
import { expect, test } from "vitest";
import { tencentCatalog } from "../../src/catalog/tencentCatalog.js";
import { TencentError } from "../../src/diagnose/TencentError.js";
import { checkRow } from "../../src/diagnose/defineCatalog.js";
import { diagnose, isFailure } from "../../src/diagnose/diagnose.js";
import { unwrap } from "../../src/diagnose/unwrap.js";
import { resolve } from "../../src/i18n/resolve.js";
import en from "../../src/locales/en.js";
import type { Diagnosis } from "../../src/model/Diagnosis.js";
import { redact } from "../../src/privacy/redact.js";
import { sanitizeText } from "../../src/privacy/sanitizeText.js";
import { ticketDraft } from "../../src/support/ticketDraft.js";
import { counting } from "./counting.js";
import { hostile, runs } from "./hostile.js";
import { objectShapes, textShapes } from "./qqShapes.js";

const settings = { numRuns: runs };

const timeless = ({ failure, ...rest }: Diagnosis) => ({ ...rest, failure: { ...failure, occurredAt: 0 } });

test("P01, P02: diagnose is total", { tags: ["F61", "F65", "F67", "P01"] }, () => {
  fc.assert(
    fc.property(hostile, (make) => {
      const raw = make();
      const { failure, row, category, fixer, retry, remedies } = diagnose(raw);
      checkRow({ code: 1, reason: "ANY", category, fixer, retry, remedies, documented: [] });
      expect(failure.code === null || Number.isInteger(failure.code)).toBe(true);
      expect(row === null || tencentCatalog.find(row.code) === row).toBe(true);
      expect(JSON.parse(JSON.stringify(failure))).toEqual(failure);
      expect(Object.isFrozen(failure)).toBe(true);
      expect(typeof isFailure(raw)).toBe("boolean");
    }),
    settings,
  );
});

test("P02: functions of a diagnosis never throw", { tags: ["P02"] }, () => {
  fc.assert(
    fc.property(hostile, hostile, (make, makeOther) => {
      const [raw, other] = [make(), makeOther()];
      const diagnosis = diagnose(raw);
      resolve(diagnosis, en, { audience: "developer" });
      ticketDraft(diagnosis, { events: [redact(other)] });
      redact(raw);
      try {
        unwrap(raw);
      } catch (error) {
        expect(error).toBeInstanceOf(TencentError);
      }
    }),
    settings,
  );
});

test("P03: the same input gives the same diagnosis", { tags: ["P03"] }, () => {
  fc.assert(
    fc.property(hostile, (make) => {
      const raw = make();
      expect(timeless(diagnose(raw))).toEqual(timeless(diagnose(raw)));
    }),
    settings,
  );
});

/** What is thrown with itself as its `error`, inside an envelope. */
function ownError(): unknown {
  const error: Record<string, unknown> = { name: "Error", message: "m" };
  error["error"] = error;
  return { base_resp: error };
}

/** One object that two causes hold. */
function sharedResponse(): unknown {
  const shared = { Response: new Map() };
  return new AggregateError([{ ...shared }, new Error("n", { cause: { ...shared } })]);
}

test("P03: each property is read at most once, and none is written", () => {
  fc.assert(
    fc.property(hostile, (make) => {
      const raw = make();
      const { value, reads, writes } = counting(raw);
      diagnose(value);
      expect([...reads.values()].flatMap((byKey) => [...byKey].filter(([, times]) => times > 1))).toEqual([]);
      expect(writes).toEqual([]);
    }),
    { ...settings, examples: [[ownError], [sharedResponse]] },
  );
});

test("P03: what an error holds under a name of its own is asked once whether it is an error", () => {
  const asked: PropertyKey[] = [];
  class Owner {
    readonly name = "Ann";
  }
  const owner = new Proxy(new Owner(), {
    get(target, key) {
      if (typeof key === "symbol") asked.push(key);
      return Reflect.get(target, key) as unknown;
    },
  });
  diagnose(Object.assign(new Error("n"), { owner }));
  expect(asked).toEqual([Symbol.toStringTag]);
});

test("P04: a diagnosis is recognised when it is thrown, wrapped or JSON", { tags: ["P04"] }, () => {
  fc.assert(
    fc.property(hostile, (make) => {
      const raw = make();
      const first = diagnose(raw);
      const error = new TencentError(first, { cause: raw });
      // equal except for the secrets in its texts
      const { diagnosis } = error;
      expect({ ...diagnosis, failure: null }).toEqual({ ...first, failure: null });
      expect(diagnosis.failure.code).toBe(first.failure.code);
      expect(diagnose(error)).toEqual(diagnosis);
      expect(diagnose(new Error("outer", { cause: error }))).toEqual(diagnosis);
      expect(diagnose(JSON.stringify(error))).toEqual(diagnosis);
    }),
    settings,
  );
});

test("P04: a second redaction changes nothing", { tags: ["P04"] }, () => {
  fc.assert(
    fc.property(hostile, (make) => {
      const raw = make();
      const once = redact(raw);
      expect(redact(once)).toBe(once);
    }),
    settings,
  );
});

test("P05: a ticket and a redaction are bounded and well-formed", { tags: ["P05"] }, () => {
  fc.assert(
    fc.property(hostile, hostile, (make, makeOther) => {
      const [raw, other] = [make(), makeOther()];
      const { text, facts } = ticketDraft(diagnose(raw), { browser: redact(other) });
      expect(text.length).toBeLessThanOrEqual(24_576);
      expect(text.split("\n")).toHaveLength(Object.keys(facts).length);
      expect(redact(other).length).toBeLessThanOrEqual(8192);
      expect(redact(other)).not.toMatch(/\p{Surrogate}/u);
    }),
    settings,
  );
});

test(
  "P04, P05: a text that is nothing but secrets grows over no bound, and a second redaction changes nothing",
  { tags: ["P04", "P05"] },
  () => {
    const secret = fc.constantFrom("token=a;", "sig:1,", "openid=2&", "a@b.cd ", "k=v&", "Bearer a ", "😀");
    const dense = fc.array(secret, { minLength: 1, maxLength: 40 }).map((parts) => parts.join("").repeat(400));
    fc.assert(
      fc.property(dense, (text) => {
        const once = redact(text);
        expect(once.length).toBeLessThanOrEqual(8192);
        expect(once).not.toMatch(/\p{Surrogate}/u);
        expect(redact(once)).toBe(once);
      }),
      { ...settings, numRuns: Math.ceil(runs / 10) },
    );
  },
);

test("P06: other fields, wrappers and JSON never change code and category", { tags: ["P06"] }, () => {
  const shape = fc.constantFrom(...objectShapes, ...textShapes);
  const row = fc.constantFrom(...tencentCatalog.rows);
  const noise = fc.dictionary(
    fc.string({ minLength: 1, maxLength: 6 }).map((key) => `x_${key}`),
    fc.jsonValue(),
    { maxKeys: 4, noNullPrototype: true },
  );
  const wrappers = fc.array(
    fc.constantFrom<(value: unknown) => unknown>(
      (cause) => new Error("wrapped", { cause }),
      (data) => Object.assign(new Error("wrapped"), { response: { status: 200, headers: {}, data } }),
      (data) => Object.assign(new Error("wrapped"), { data }),
      (error) => new AggregateError([new Error("other"), error]),
    ),
    { maxLength: 3 },
  );
  fc.assert(
    fc.property(shape, row, noise, wrappers, ([, , , spell], { code, category }, more, wraps) => {
      const spelled = spell({ code, message: "a message" });
      const noisy = Object.getPrototypeOf(spelled) === Object.prototype ? { ...more, ...(spelled as object) } : spelled;
      const raw = wraps.reduce<unknown>((value, wrap) => wrap(value), noisy);
      expect(diagnose(raw)).toMatchObject({ category, failure: { code } });
    }),
    settings,
  );
});

test("P10: shown text is short, well-formed and without controls", { tags: ["P10"] }, () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 700 }), (text) => {
      const shown = sanitizeText(text);
      expect(Array.from(shown).length).toBeLessThanOrEqual(300);
      expect(shown).not.toMatch(/\p{Surrogate}/u);
      expect(shown).not.toMatch(/[\0-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/);
      expect(sanitizeText(shown)).toBe(shown);
    }),
    settings,
  );
});
