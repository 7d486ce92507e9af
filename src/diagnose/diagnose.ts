import { isList, isObject, ownOptions } from "../base/safely.js";
import { tencentCatalog } from "../catalog/tencentCatalog.js";
import type { Catalog, CatalogOf } from "../model/Catalog.js";
import type { Diagnosis } from "../model/Diagnosis.js";
import { maskFailure } from "../privacy/maskFailure.js";
import { isSure, isTellingFailure, type LookedUp, type Outcome, outcomeOf } from "./evidence.js";
import { interpret } from "./interpret.js";
import { judge } from "./judge.js";
import { normalise } from "./normalise.js";
import { parse } from "./parse.js";
import { heldIn, isRefusal, refusedParts } from "./refusal.js";
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
  return lookUp(raw, options).diagnosis();
}

/**
 * Whether an answer is a failure wherever it came from. False for `ret: 0`, `error: 0`, tokens and plain data, also when a message
 * is filled, and for what good answers look like too, such as `{ code: 20000, message }`: `unwrap` with the response knows more. Total.
 */
export function isFailure(raw: unknown, options?: DiagnoseOptions): boolean {
  return isSure(examine(raw, options));
}

/** What to look a failure up in, and what is known about the call that failed. */
interface ExamineOptions extends DiagnoseOptions, ReadingOptions {
  readonly catalogOf?: CatalogOf | undefined;
}

/** A diagnosis and how sure it is that this was a failure at all. */
export interface Examination extends Outcome {
  readonly diagnosis: Diagnosis;
  /** It was read before: in a `TencentError`, or in what a server made of one. */
  readonly isKnown: boolean;
  /** The address of its call, as a layer or a library wrote it. */
  readonly url: string | undefined;
}

/** The whole pipeline: parse, interpret, normalise, look up, classify, decide. Total: never throws, any input, input unchanged. */
export function examine(raw: unknown, options?: ExamineOptions): Examination {
  const found = lookUp(raw, options);
  const { reading } = found;
  return {
    get diagnosis() {
      return found.diagnosis();
    },
    ...outcomeOf(found),
    isKnown: reading.found.known !== undefined,
    url: reading.trail.url,
  };
}

/** What failed by itself, else what a refusal hands on from another service. */
function lookUp(raw: unknown, options: ExamineOptions | undefined): LookedUp {
  const given = options ? givenIn(options) : nothing;
  const own = lookUpOwn(raw, given);
  return (given.isTencent === false ? undefined : handedOn(raw, own, given)) ?? own;
}

/** The failure of Tencent's inside an answer that says by itself that the call failed, whatever HTTP says. */
function handedOn(raw: unknown, own: LookedUp, given: Given): LookedUp | undefined {
  const { spelling, reading } = own;
  const { trail } = reading;
  const body = reading.body ?? raw;
  const isKnown = reading.found.known !== undefined || trail.isLoose || (hasFailed(trail) && !trail.isCopy);
  if (isKnown || spelling.code === 0 || !isObject(body)) return undefined;
  const isFailure = spelling.outcome === "failure";
  const held = !isFailure && isList(body) ? [] : heldIn(body);
  if (held.length === 0) return undefined;
  const isOwn = isTellingFailure(own);
  // an error without a number, as JSON-RPC's, may have the number among its data
  const isWhole = isOwn && (own.diagnosis().failure.code !== null || trail.isCallback);
  if (isWhole || !(isOwn || isRefusal(body, isFailure))) return undefined;
  const parts = refusedParts(held);
  for (const part of parts) {
    const found = lookUpOwn(part, given, body);
    if (isTellingFailure(found)) return found;
    // what went well behind it did not fail the call
    if (found.spelling.outcome !== "success" && parts.length < 20) parts.push(...refusedParts(heldIn(part)));
  }
  return undefined;
}

/** What is read of the options is read here, once. */
function givenIn(options: ExamineOptions) {
  const { catalog, catalogs, dialect: told, isTencent, response, isPage, isFailed, catalogOf } = ownOptions(options);
  const dialect = typeof told === "string" ? told : undefined;
  const all = catalogs ?? [catalog ?? tencentCatalog];
  const isDeclared = (dialect ?? "foreign") === "foreign" ? undefined : true;
  return {
    // each by its name: engines read the fields of a copy slowly
    dialect,
    response,
    isPage,
    isFailed,
    catalogOf,
    catalogs: all,
    isTencent: isTencent ?? isDeclared,
    dialects: all.flatMap(({ dialects = [] }) => dialects),
  };
}

type Given = ReturnType<typeof givenIn>;

const nothing: Given = /* @__PURE__ */ givenIn({});

function lookUpOwn(raw: unknown, given: Given, envelope?: object): LookedUp {
  const { dialect } = given;
  const reading = parse(raw, given);
  const spelling = interpret(reading, given.isFailed);
  let made: Diagnosis | undefined;
  const make = (): Diagnosis => {
    const found = reading.found.known ?? normalise(spelling, reading, envelope);
    // the number in an answer of the app's own is the app's own too
    const own = given.isTencent === false && ({ code: null, confidence: "none" } as const);
    const failure = maskFailure(dialect === undefined ? found : { ...found, dialect, ...own });
    return judge(failure, reading, given.catalogs, given.catalogOf);
  };
  return { spelling, reading, diagnosis: () => (made ??= make()) };
}
