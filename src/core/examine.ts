import { dialects } from "../catalog/dialects.js";
import type { Catalog } from "../model/CodeRow.js";
import type { Diagnosis, TencentFailure } from "../model/Diagnosis.js";
import type { ResponseLike } from "../model/Reading.js";
import { classify } from "./classify.js";
import { isHttpFailure, normalise } from "./normalise.js";
import { parse } from "./parse.js";
import { read } from "./read.js";
import { spell, type Spelling } from "./spell.js";
import { tencentCatalog } from "./tencentCatalog.js";

/** What to look a failure up in, and what is known about the call that failed. */
export interface ExamineOptions {
  /** Says which dialect it is; one that the kit does not know gets no row of the table. */
  readonly dialect?: string | undefined;
  readonly catalog?: Catalog | undefined;
  readonly response?: ResponseLike | undefined;
}

/** A diagnosis and how sure it is that this was a failure at all. */
export interface Examination {
  readonly diagnosis: Diagnosis;
  readonly outcome: Spelling["outcome"];
}

/** The whole street: parse, normalise, look up, diagnose. Total: never throws, any input, input unchanged. */
export function examine(raw: unknown, options: ExamineOptions = {}): Examination {
  const known = failureOf(raw);
  if (known !== undefined) return { diagnosis: classify(known, lookUp(known, options.catalog)), outcome: "failure" };
  const reading = parse(raw, options.response);
  const found = spell(reading);
  const spelling = options.dialect === undefined ? found : { ...found, dialect: options.dialect };
  const failure = normalise(spelling, reading);
  const isFailure = isHttpFailure(reading) || (found.outcome !== "success" && reading.isThrown);
  return { diagnosis: classify(failure, lookUp(failure, options.catalog)), outcome: isFailure ? "failure" : found.outcome };
}

/** A failure that this kit, or another copy of it, has read before: on an error, in a diagnosis, or by itself. */
function failureOf(raw: unknown): TencentFailure | undefined {
  if (typeof raw !== "object" || raw === null) return undefined;
  for (const value of [raw, read(raw, "failure"), read(read(raw, "diagnosis"), "failure")])
    if (read(value, "$tencent") === 1 && typeof read(value, "dialect") === "string") return value as TencentFailure;
  return undefined;
}

const spoken = /* @__PURE__ */ new Set(["redirect", "pageText", ...dialects.filter((dialect) => dialect[5]).map(([name]) => name)]);

/** Only dialects that use the vendor's numbers get a row: WeChat's -23 is a wrong password. */
function lookUp({ dialect, code }: TencentFailure, catalog: Catalog = tencentCatalog): ReturnType<Catalog["find"]> {
  return code !== null && spoken.has(dialect) ? catalog.find(code) : undefined;
}
