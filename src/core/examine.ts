import { dialects } from "../catalog/dialects.js";
import type { Catalog } from "../model/CodeRow.js";
import type { Diagnosis, TencentFailure } from "../model/Diagnosis.js";
import type { ResponseLike } from "../model/Reading.js";
import { classify } from "./classify.js";
import { isHttpFailure, normalise } from "./normalise.js";
import { parse } from "./parse.js";
import { spell, type Spelling } from "./spell.js";
import { tencentCatalog } from "./tencentCatalog.js";

/** What to look a failure up in, and what is known about the call that failed. */
export interface ExamineOptions {
  /** Says which dialect it is; one that the kit does not know gets no row of the table. */
  readonly dialect?: string | undefined;
  readonly catalog?: Catalog | undefined;
  readonly response?: ResponseLike | undefined;
  /** What ran has ended as failed: an abort in it was the app's clock, not a person's cancel. */
  readonly isFailed?: boolean | undefined;
}

/** A diagnosis and how sure it is that this was a failure at all. */
export interface Examination {
  readonly diagnosis: Diagnosis;
  readonly outcome: Spelling["outcome"];
}

/** The whole street: parse, normalise, look up, diagnose. Total: never throws, any input, input unchanged. */
export function examine(raw: unknown, options: ExamineOptions = {}): Examination {
  const reading = parse(raw, options.response);
  const { known, isThrown } = reading;
  if (known !== undefined) return { diagnosis: judge(known, options), outcome: "failure" };
  const spelling = spell(reading, options.isFailed);
  const isFailure = isHttpFailure(reading) || (isThrown && spelling.outcome !== "success");
  return { diagnosis: judge(normalise(spelling, reading), options), outcome: isFailure ? "failure" : spelling.outcome };
}

const spoken = /* @__PURE__ */ new Set([
  "redirect",
  "pageText",
  ...dialects.filter((row) => row[5] !== "other").map(([name]) => name),
]);

/** Only dialects that use the vendor's numbers get a row: WeChat's -23 is a wrong password. */
function judge(found: TencentFailure, { dialect, catalog = tencentCatalog }: ExamineOptions): Diagnosis {
  const failure = dialect === undefined ? found : Object.freeze({ ...found, dialect });
  return classify(
    failure,
    failure.code !== null && spoken.has(failure.dialect) ? catalog.find(failure.code) : undefined,
  );
}
