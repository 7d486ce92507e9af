import { ownOption } from "../base/safely.js";
import { tencentCatalog } from "../catalog/tencentCatalog.js";
import type { Catalog, CatalogOf } from "../model/Catalog.js";
import type { Diagnosis } from "../model/Diagnosis.js";
import { maskFailure } from "../privacy/maskFailure.js";
import type { Reading } from "./Reading.js";
import { isCounted, isHttpFailure, isStrong, isTelling } from "./evidence.js";
import { interpret, type Interpretation } from "./interpret.js";
import { judge } from "./judge.js";
import { normalise } from "./normalise.js";
import { parse } from "./parse.js";
import { isRefusal, refusedParts } from "./refusal.js";
import { hasFailed, type ReadingOptions } from "./trail.js";

/** What `diagnose` and `isFailure` may be told. */
export interface DiagnoseOptions {
  /** The dialect that the answer is in, where the app knows it. One that the kit does not know gets no row. */
  readonly dialect?: string | undefined;
  /** Looked up instead of `tencentCatalog`. */
  readonly catalog?: Catalog | undefined;
  /** All that are looked up, each for its own service's answers: `[tencentCatalog, wechat]`. */
  readonly catalogs?: readonly Catalog[] | undefined;
  /** What ran has ended as failed, as its data layer says: an abort in it is a time-out, not a person's cancel. */
  readonly isFailed?: boolean | undefined;
}

/**
 * What went wrong and what can be done about it, from anything that a call can end in: a body as object or text, a page's
 * address, an error of fetch, axios, ky or ofetch, or nothing sensible at all. Total: never throws and never changes its input.
 * @example
 * ```ts
 * import { diagnose } from "tencent-error-kit/core";
 *
 * const { category, remedies } = diagnose('callback( {"error":100016} );');
 * console.log(category, remedies); // "reauth", ["reauthorize"]
 * ```
 */
export function diagnose(raw: unknown, options?: DiagnoseOptions): Diagnosis {
  return lookUp(raw, options ?? {}).diagnosis;
}

/** What to look a failure up in, and what is known about the call that failed. */
interface ExamineOptions extends ReadingOptions {
  /** Says which dialect it is; one that the kit does not know gets no row of the table. */
  readonly dialect?: string | undefined;
  readonly catalog?: Catalog | undefined;
  readonly catalogs?: readonly Catalog[] | undefined;
  readonly catalogOf?: CatalogOf | undefined;
  /** What ran has ended as failed: an abort in it was the app's clock, not a person's cancel. */
  readonly isFailed?: boolean | undefined;
}

/** A diagnosis and how sure it is that this was a failure at all. */
export interface Examination {
  readonly diagnosis: Diagnosis;
  readonly outcome: Interpretation["outcome"];
  /** Something speaks for a failure, but good answers look like that too: it counts where it was asked about on purpose. */
  readonly isWeak: boolean;
  /** It was read before: in a `TencentError`, or in what a server made of one. */
  readonly isKnown: boolean;
  /** The address of its call, as a layer or a library wrote it. */
  readonly url: string | undefined;
}

/** The whole pipeline: parse, interpret, normalise, look up, classify, decide. Total: never throws, any input, input unchanged. */
export function examine(raw: unknown, options: ExamineOptions = {}): Examination {
  const found = lookUp(raw, options);
  const { diagnosis, reading } = found;
  return { diagnosis, ...outcomeOf(found), isKnown: reading.found.known !== undefined, url: reading.trail.url };
}

/** What an outcome is decided by. */
interface LookedUp {
  readonly spelling: Interpretation;
  readonly reading: Reading;
  readonly diagnosis: Diagnosis;
}

/** What failed by itself, else what a refusal hands on from another service. */
function lookUp(raw: unknown, options: ExamineOptions): LookedUp {
  const own = lookUpOwn(raw, options);
  return (ownOption(options, "isTencent") === false ? undefined : handedOn(raw, own, options)) ?? own;
}

/** The failure of Tencent's inside an answer that says by itself that the call failed, whatever HTTP says. */
function handedOn(raw: unknown, own: LookedUp, options: ExamineOptions): LookedUp | undefined {
  const { spelling, reading, diagnosis } = own;
  const { trail } = reading;
  const body = reading.body ?? raw;
  const isKnown = reading.found.known !== undefined || trail.isLoose || (hasFailed(trail) && !trail.isCopy);
  if (isKnown || spelling.code === 0 || typeof body !== "object" || body === null) return undefined;
  const isFailure = spelling.outcome === "failure";
  const isOwn = isFailure && isTelling(spelling, reading, diagnosis);
  // an error without a number, as JSON-RPC's, may have the number among its data
  if (isOwn ? diagnosis.failure.code !== null || trail.isCallback : !isRefusal(body, isFailure)) return undefined;
  const parts = [...refusedParts(body)];
  for (const part of parts) {
    const found = lookUpOwn(part, options, body);
    const { outcome } = found.spelling;
    if (outcome === "failure" && isTelling(found.spelling, found.reading, found.diagnosis)) return found;
    // what went well behind it did not fail the call
    if (outcome !== "success" && parts.length < 20) parts.push(...refusedParts(part));
  }
  return undefined;
}

/** What is read of the options is read here, once. */
function lookUpOwn(raw: unknown, options: ExamineOptions, envelope?: object): LookedUp {
  const catalogs = ownOption(options, "catalogs") ?? [ownOption(options, "catalog") ?? tencentCatalog];
  const dialect = ownOption(options, "dialect");
  const declared = dialect !== undefined && dialect !== "foreign" ? true : undefined;
  const isTencent = ownOption(options, "isTencent") ?? declared;
  const reading = parse(raw, {
    response: ownOption(options, "response"),
    isTencent,
    isPage: ownOption(options, "isPage"),
    dialects: catalogs.some(({ dialects }) => dialects) ? catalogs.flatMap(({ dialects = [] }) => dialects) : [],
  });
  const spelling = interpret(reading, ownOption(options, "isFailed"));
  const found = reading.found.known ?? normalise(spelling, reading, envelope);
  // the number in an answer of the app's own is the app's own too
  const own = isTencent === false && ({ code: null, confidence: "none" } as const);
  const failure = maskFailure(dialect === undefined ? found : { ...found, dialect, ...own });
  const diagnosis = judge(failure, reading, catalogs, ownOption(options, "catalogOf"));
  return { spelling, reading, diagnosis };
}

/** The one place where an outcome is decided: by the strength of the evidence, and by its place. */
function outcomeOf({ spelling, reading, diagnosis }: LookedUp): Pick<Examination, "outcome" | "isWeak"> {
  const { known } = reading.found;
  const { isThrown, isEmpty, isUnread, says, isGraphql, place, isCopy } = reading.trail;
  if (isCopy) return { outcome: "failure", isWeak: true };
  if (isHttpFailure(reading)) return { outcome: "failure", isWeak: false };
  if (known === undefined && spelling.outcome === "success") return { outcome: "success", isWeak: false };
  const isSpelled = known !== undefined || spelling.outcome === "failure" || isThrown || says === false || isGraphql;
  if (!isSpelled && !isEmpty) return { outcome: "unclear", isWeak: isUnread };
  const isSure = isCounted(reading) || (known === undefined && !isEmpty && isStrong(spelling, reading, diagnosis));
  return { outcome: isSure || place === "asked" ? "failure" : "unclear", isWeak: !isSure };
}
