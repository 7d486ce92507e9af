import type { Diagnosis } from "../model/Diagnosis.js";
import { findDialect } from "../catalog/dialects.js";
import type { Reading } from "./Reading.js";
import { good, type Interpretation } from "./interpret.js";
import { isFromTencent } from "./trail.js";

/** What must stand beside a number for it to count. */
type Beside = "" | "message" | "words" | "subcode" | "callback" | "envelope" | "noBody";

/** A dialect, what must stand beside, and the numbers (from, to) that count; without numbers, whatever it says. */
type Evidence = readonly [dialect: string, beside: Beside, ...numbers: readonly Range[]];

type Range = readonly [from: number, to: number];

const max = 9_999_999_999;
const low: Range = [-max, -1];

/**
 * Strong evidence: spellings of the vendor's with numbers of its table or in its ranges, which nothing but a failure is written
 * with. It counts anywhere. All else is weak, since good answers of an app's own look alike.
 * @see https://wiki.connect.qq.com/公共返回码说明 (openapi, oauth)
 */
// prettier-ignore
export const evidence: readonly Evidence[] = [
  ["openapi", "", low, [1002, 1002], [1018, 1025], [1300, 1300], [2021, 2021], [100_000, 100_999], [110_000, 110_999], [251_000, 251_099]],
  ["oauth", "", low, [21_006, 21_006], [100_000, 100_999], [110_000, 110_999], [251_000, 251_099]],
  ["oauth", "callback", [1, max]],
  ["unknown", "words"], // OAuth's own words, described: `invalid_grant`
  ["unknown", "", low], // an error that is an object: JSON-RPC's
  ["redirect", "noBody"],
  ["qzone", "", low],
  ["weibo", "", low],
  ["weibo", "subcode", [1, 7]],
  ["wechat", "", low],
  ["wechat", "message", [40_001, 99_999], [300_000, max]],
  ["wechatBot", "", low, [10_001, 10_999]],
  ["wechatConsole", "", low, [200_001, 200_999]],
  ["im", ""],
  ["cloud3", "envelope"],
  ["cloud2", "message", [4000, 5999]],
  ["cloudSession", "message", [1001, 1999], [60_000, 60_099]],
  ["ams", "", low],
  ["network", ""],
  ["cancelled", ""],
];

/** Where weak evidence counts too: what was thrown, what HTTP calls failed, and what is Tencent's by its host or the app's word. */
function isCounted(reading: Reading): boolean {
  return reading.trail.isThrown || isHttpFailure(reading) || isFromTencent(reading.trail);
}

const isThere: Readonly<Record<Beside, (spelling: Interpretation, reading: Reading) => boolean>> = {
  "": () => true,
  message: ({ message = "" }) => !good.test(message),
  words: ({ message = "", subcode = "" }) => message !== "" && /^[a-z]+(?:_[a-z]+)+$/.test(subcode),
  subcode: ({ subcode = "0" }) => subcode !== "0",
  callback: (_, { trail }) => trail.isCallback,
  envelope: (_, { found }) => found.envelope !== undefined,
  noBody: (_, { trail }) => trail.place === "asked",
};

/** Whether it is a failure wherever it came from: it says so itself, or is spelled as nothing else is. */
function isStrong(spelling: Interpretation, reading: Reading, diagnosis: Diagnosis): boolean {
  const { isLoose, says, isGraphql } = reading.trail;
  const isSaid = says === false || isGraphql;
  return !isLoose && ((isSaid && reading.found.kind !== "form") || isTelling(spelling, reading, diagnosis));
}

/** Whether what was spelled is a failure. A word, or a number from 1000 on, that the app's own catalog has a row for is. */
function isTelling(spelling: Interpretation, reading: Reading, { row, failure }: Diagnosis): boolean {
  const { dialect, number } = spelling;
  // a single field of a form is a text that a person may have written
  if (reading.found.kind === "form" && !isThere.message(spelling, reading)) return false;
  const isOwn = failure.catalog !== undefined || findDialect(dialect)?.numbers === "table";
  if (row !== null && isOwn && !(number < 1000)) return true;
  return evidence.some(
    (each) =>
      each[0] === dialect && isThere[each[1]](spelling, reading) && isWithin(each.slice(2) as readonly Range[], number),
  );
}

/** A row without numbers takes whatever the dialect says. */
function isWithin(numbers: readonly Range[], number: number): boolean {
  return numbers.length === 0 || numbers.some(([from, to]) => number >= from && number <= to);
}

/** Whether the HTTP status alone makes it a failure. */
export function isHttpFailure({ trail: { httpStatus } }: Reading): boolean {
  return httpStatus !== undefined && httpStatus >= 400;
}

/** What was found, which an outcome is decided by. */
export interface LookedUp {
  readonly spelling: Interpretation;
  readonly reading: Reading;
  /** Made when it is asked for: most answers are good, and nobody asks about those. */
  diagnosis(): Diagnosis;
}

/** Whether it is a failure that is spelled as no good answer is. */
export function isTellingFailure({ spelling, reading, diagnosis }: LookedUp): boolean {
  return spelling.outcome === "failure" && isTelling(spelling, reading, diagnosis());
}

/** What is known of a value: a failure, or what it is else. */
export interface Outcome {
  readonly outcome: Interpretation["outcome"];
  /** Something speaks for a failure, but good answers look like that too: it counts where it was asked about on purpose. */
  readonly isWeak: boolean;
}

/** The one place where an outcome is decided: by the strength of the evidence, and by its place. */
export function outcomeOf({ spelling, reading, diagnosis }: LookedUp): Outcome {
  const { known } = reading.found;
  const { isThrown, isEmpty, isUnread, says, isGraphql, place, isCopy } = reading.trail;
  if (isCopy) return { outcome: "failure", isWeak: true };
  if (isHttpFailure(reading)) return { outcome: "failure", isWeak: false };
  if (known === undefined && spelling.outcome === "success") return { outcome: "success", isWeak: false };
  const isSpelled = known !== undefined || spelling.outcome === "failure" || isThrown || says === false || isGraphql;
  if (!isSpelled && !isEmpty) return { outcome: "unclear", isWeak: isUnread };
  const isSure = isCounted(reading) || (known === undefined && !isEmpty && isStrong(spelling, reading, diagnosis()));
  return { outcome: isSure || place === "asked" ? "failure" : "unclear", isWeak: !isSure };
}

/** Whether an answer is a failure also where it was not asked about on purpose. */
export function isSure({ outcome, isWeak }: Outcome): boolean {
  return outcome === "failure" && !isWeak;
}
