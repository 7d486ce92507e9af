import fc from "fast-check";
import { inspect } from "node:util";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createTencentErrorClient } from "../../src/client/createTencentErrorClient.js";
import { TencentError } from "../../src/diagnose/TencentError.js";
import type { KitEvent } from "../../src/model/KitEvent.js";
import { redact } from "../../src/privacy/redact.js";
import { ticketDraft } from "../../src/support/ticketDraft.js";
import { runs } from "../diagnose/hostile.js";
import { carriers, encodings, kept, leaksIn, secretNames } from "./canaries.js";

/** Any piece of it would be a leak. Holds what separates fields and ends values in the texts around it. */
const canary = "Zk9q\"<&'é\\+/=%Q7z";
const pieces = [canary, "Zk9q", "Q7z"];
const methods = ["debug", "info", "log", "warn", "error"] as const;

beforeEach(() => {
  for (const method of methods) vi.spyOn(console, method);
});
afterEach(() => void vi.restoreAllMocks());

/** Everything that the kit says of a failure, wherever it says it. */
interface Said {
  readonly texts: Readonly<Record<string, string>>;
  readonly facts: ReturnType<typeof ticketDraft>["facts"];
}

function saidOf(raw: unknown): Said {
  const events: KitEvent[] = [];
  const client = createTencentErrorClient();
  client.on((event) => events.push(event));
  const diagnosis = client.diagnose(raw);
  const error = new TencentError(diagnosis, { cause: raw });
  const redaction = redact(raw);
  const draft = ticketDraft(diagnosis, { appVersion: redaction, events: [...client.recentEvents(), redaction] });
  const texts = {
    draft: `${draft.subject}\n${draft.text}\n${JSON.stringify(draft)}`,
    redaction,
    events: JSON.stringify([events, client.recentEvents()]),
    message: `${error.message}\n${String(error)}\n${error.stack ?? ""}`,
    diagnosis: JSON.stringify(diagnosis),
    "diagnosis in a console": inspect(diagnosis, { depth: 12, showHidden: true, maxStringLength: null }),
    JSON: JSON.stringify(error),
    clone: inspect(structuredClone({ error, diagnosis }), { depth: 12, showHidden: true, maxStringLength: null }),
    console: inspect(error, { depth: 12, showHidden: true, maxStringLength: null }),
    copy: JSON.stringify(Object.assign({}, error)),
  };
  return { texts, facts: draft.facts };
}

function leaksOf({ texts }: Said, secrets: readonly string[]): readonly string[] {
  return Object.entries(texts).flatMap(([where, text]) =>
    secrets.flatMap((secret) => leaksIn(text, secret)).map((found) => `${where}: ${found} in ${text.slice(0, 400)}`),
  );
}

test("there are 66 names, 25 carriers and 7 encodings", () => {
  expect([new Set(secretNames).size, Object.keys(carriers).length, Object.keys(encodings).length]).toEqual([66, 25, 7]);
});

describe(
  "P07: no secret of any name, in any encoding, is said of a failure that holds it as",
  { tags: ["T36", "P07"] },
  () => {
    test.each(Object.entries(carriers))("%s", (_carrier, carry) => {
      const leaks: string[] = [];
      for (const name of secretNames)
        for (const [encoding, encode] of Object.entries(encodings)) {
          const said = saidOf(carry(name, encode(canary)));
          leaks.push(...leaksOf(said, pieces).map((leak) => `${name}, ${encoding}: ${leak}`));
          for (const [fact, value] of Object.entries(kept))
            if (said.facts[fact] !== value) leaks.push(`${name}, ${encoding}: ${fact} is ${String(said.facts[fact])}`);
        }
      expect(leaks.slice(0, 8)).toEqual([]);
      for (const method of methods) expect(console[method]).not.toHaveBeenCalled();
    });
  },
);

test("P07: a secret that holds a word by chance is no name", () => {
  const carry = carriers["array of pairs"];
  expect(carry && leaksOf(saidOf(carry("access_token", "WnE5YSgtKDlxWg==")), ["Zq9a(-(9qZ", "WnE5YSgtKDlxWg"])).toEqual(
    [],
  );
});

test("P07: no random secret either, however its name is spelled", () => {
  const letters = fc.string({
    unit: fc.constantFrom(...Array.from(`abcXYZ019-_.~!$'"()*,;:@/?+=%&<>|\\^é微`)),
    maxLength: 24,
  });
  // between two letters that nothing else holds, at the ends of which a careless cut would show
  const secret = letters.map((inner) => `Zq9${inner}9qZ`);
  const spelling = fc.constantFrom(
    (name: string) => name,
    (name: string) => name.toUpperCase(),
    (name: string) => name.replaceAll(/[_-]/g, ""),
    (name: string) => name.replaceAll(/[_-](.)/g, (_dash, letter: string) => letter.toUpperCase()),
    (name: string) => `x-${name}`,
    (name: string) => `qq_${name}`,
  );
  fc.assert(
    fc.property(
      fc.constantFrom(...secretNames),
      spelling,
      fc.constantFrom(...Object.entries(carriers)),
      fc.constantFrom(...Object.values(encodings)),
      secret,
      (name, spell, [, carry], encode, value) => {
        expect(leaksOf(saidOf(carry(spell(name), encode(value))), [value])).toEqual([]);
      },
    ),
    { numRuns: runs },
  );
}, 7_200_000);
