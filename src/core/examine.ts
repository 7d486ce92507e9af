import { dialects } from "../catalog/dialects.js";
import type { Catalog } from "../model/CodeRow.js";
import type { Diagnosis, TencentFailure } from "../model/Diagnosis.js";
import type { Reading } from "../model/Reading.js";
import { classify } from "./classify.js";
import type { ReadingOptions } from "./createReading.js";
import { isCounted, isHttpFailure, isStrong } from "./evidence.js";
import { normalise } from "./normalise.js";
import { ownOption } from "./ownOptions.js";
import { parse } from "./parse.js";
import { spell, type Spelling } from "./spell.js";
import { tencentCatalog } from "./tencentCatalog.js";

/** What to look a failure up in, and what is known about the call that failed. */
export interface ExamineOptions extends ReadingOptions {
  /** Says which dialect it is; one that the kit does not know gets no row of the table. */
  readonly dialect?: string | undefined;
  readonly catalog?: Catalog | undefined;
  /** What ran has ended as failed: an abort in it was the app's clock, not a person's cancel. */
  readonly isFailed?: boolean | undefined;
}

/** A diagnosis and how sure it is that this was a failure at all. */
export interface Examination {
  readonly diagnosis: Diagnosis;
  readonly outcome: Spelling["outcome"];
  /** Something speaks for a failure, but good answers look like that too: it counts where it was asked about on purpose. */
  readonly isWeak: boolean;
}

/** The whole street: parse, normalise, look up, diagnose, decide. Total: never throws, any input, input unchanged. */
export function examine(raw: unknown, options: ExamineOptions = {}): Examination {
  const { spelling, reading, diagnosis } = look(raw, options);
  const { outcome, isWeak } = outcomeOf(spelling, reading, ownOption(options, "catalog") ?? tencentCatalog);
  return { diagnosis, outcome, isWeak };
}

/** The same without deciding whether it was a failure at all. */
export function look(
  raw: unknown,
  options: ExamineOptions,
): { readonly spelling: Spelling; readonly reading: Reading; readonly diagnosis: Diagnosis } {
  const dialect = ownOption(options, "dialect");
  const declared = dialect !== undefined && dialect !== "foreign" ? true : undefined;
  const isTencent = ownOption(options, "isTencent") ?? declared;
  const reading = parse(raw, {
    response: ownOption(options, "response"),
    isTencent,
    isPage: ownOption(options, "isPage"),
  });
  const spelling = spell(reading, ownOption(options, "isFailed"));
  const found = reading.known ?? normalise(spelling, reading);
  return { spelling, reading, diagnosis: judge(found, dialect, ownOption(options, "catalog") ?? tencentCatalog) };
}

/** The one place where an outcome is decided: by the strength of the evidence, and by its place. */
function outcomeOf(spelling: Spelling, reading: Reading, catalog: Catalog): Pick<Examination, "outcome" | "isWeak"> {
  const { known, isThrown, isEmpty, isUnread, says, isGraphql, place } = reading;
  if (isHttpFailure(reading)) return { outcome: "failure", isWeak: false };
  if (known === undefined && spelling.outcome === "success") return { outcome: "success", isWeak: false };
  const isSpelled = known !== undefined || spelling.outcome === "failure" || isThrown || says === false || isGraphql;
  if (!isSpelled && !isEmpty) return { outcome: "unclear", isWeak: isUnread };
  const isSure = isCounted(reading) || (known === undefined && !isEmpty && isStrong(spelling, reading, catalog));
  return { outcome: isSure || place === "asked" ? "failure" : "unclear", isWeak: !isSure };
}

const spoken = /* @__PURE__ */ new Set([
  "redirect",
  "pageText",
  ...dialects.filter((row) => row[5] !== "other").map(([name]) => name),
]);

/** Only dialects that use the vendor's numbers get a row: WeChat's -23 is a wrong password. */
function judge(found: TencentFailure, dialect: string | undefined, catalog: Catalog): Diagnosis {
  const failure = dialect === undefined ? found : Object.freeze({ ...found, dialect });
  return classify(
    failure,
    failure.code !== null && spoken.has(failure.dialect) ? catalog.find(failure.code) : undefined,
  );
}
