import { isObject, parseCode, read, readOnce, type Seen } from "../base/safely.js";
import { type Dialect, dialects } from "../catalog/dialects.js";

/** Where a body was found. Errors have a `message` whatever they are; in GraphQL a bare `code` is the place for a number. */
export type Position = "body" | "error" | "graphql";

/** A body whose own fields are a dialect's, with the values that told so. */
export interface Match {
  readonly dialect: Dialect;
  /** The value at `codeKey`. */
  readonly value: unknown;
  /** What was read on the way here. */
  readonly seen: Seen;
}

/** The body that is looked at, where it was found, and what was read of it before. */
interface Candidate {
  readonly body: object;
  readonly position: Position;
  /** Whether it was thrown, came with a status of failure, or says itself that it failed. */
  readonly hasFailed: boolean;
  /** The app says that it is Tencent's. */
  readonly isDeclared: boolean;
  /** It was asked about on purpose. */
  readonly isAsked: boolean;
  readonly seen: Seen;
  /** What the body says about its own success. */
  readonly says: boolean | undefined;
  /** Dialects of the app's catalogs. They come last, so that they take nothing from the kit's. */
  readonly more: readonly Dialect[];
}

/** Names by which a plain object may be more than a body: what was thrown, an answer, an envelope. */
const telling = /* @__PURE__ */ new Set(
  (
    "isAxiosError,__CANCEL__,status,statusCode,httpStatus,httpStatusCode,isTrusted,errMsg,response,cause,$tencent,failure," +
    "diagnosis,digest,Response,base_resp,extensions,errors,href"
  ).split(","),
);

/** Whether it is a body and nothing else: most are, so they are asked for nothing that they don't have. */
export function isPlainBody(value: object): boolean {
  try {
    const kind: unknown = Object.getPrototypeOf(value);
    if (kind !== Object.prototype && kind !== null) return false;
    for (const key in value) if (telling.has(key)) return false;
    // an error has both
    return !Object.hasOwn(value, "name") || !Object.hasOwn(value, "message");
  } catch {
    return false;
  }
}

/** The dialect that a body's own fields are written in. Nothing nested is looked at, and no field twice. */
export function matchDialect(candidate: Candidate): Match | undefined {
  const { body, seen, more } = candidate;
  let key = "";
  let value: unknown;
  let word: Match | undefined;
  let number: Match | undefined;
  for (const list of [dialects, more])
    for (const dialect of list) {
      if (dialect.codeKey !== key) value = readOnce(body, (key = dialect.codeKey), seen);
      if (value === undefined) continue;
      const { companionKey, isErrorKey, only } = dialect;
      if (word !== undefined && only !== "relayed" && list !== more) continue;
      // another service's `ret` may be a list
      if (isObject(value) && isErrorKey !== true) continue;
      const isComplete = companionKey === "" || readOnce(body, companionKey, seen) !== undefined;
      if (!isComplete || !appliesTo(dialect, value, candidate)) continue;
      const match = { dialect, value, seen };
      if (only === "relayed") number ??= match;
      // beside a word such as "Unauthorized" a server may write the number, and a pack's service its own
      else if (isErrorKey === true && parseCode(value) === null) word = match;
      else return match;
    }
  return number ?? word;
}

function appliesTo({ only, minCode = 0, messageKey }: Dialect, value: unknown, candidate: Candidate): boolean {
  const { body, position, says, hasFailed, isDeclared, isAsked, seen } = candidate;
  if (minCode > 0 && (Math.abs(parseCode(value) ?? 0) < minCode || isOfVendor(value))) return false;
  if (only === "unsuccessful") return says === false;
  if (only === "relayed") {
    const isSure = hasFailed || isDeclared;
    const isNegative = Number(parseCode(value)) < 0 && (isDeclared || !(hasFailed || isAsked));
    // beside its words a good answer's is weak, and counts where the app says that it is Tencent's
    const isWorded = (): boolean => [messageKey, "msg"].some((key) => readOnce(body, key, seen) !== undefined);
    return isOfVendor(value) ? isSure || isWorded() : isNegative && isWorded();
  }
  if (only === "problem") return position !== "body" || isProblem(candidate);
  return only === undefined || only === position;
}

/** Whether a number is in the vendor's ranges. Any server writes -1 for a failure of its own. */
export function isOfVendor(value: unknown): boolean {
  return /^(?:1[01]0\d|2510)\d\d$/.test(String(parseCode(value)));
}

/** Whether it is spelled as the vendor does, with a number that no server writes for a failure of its own. */
export function isVendors(match: Match | undefined): boolean {
  return match?.dialect.numbers === "table" && /^(?:-.*|1[01]0\d\d\d|2510\d\d)$/.test(String(parseCode(match.value)));
}

/** A resource has a `code` and a `title` too: a problem has failed, has a failing status or the address of its type. */
function isProblem({ body, hasFailed, seen }: Candidate): boolean {
  if (hasFailed) return true;
  const status = readOnce(body, "status", seen);
  if (typeof status === "number") return status >= 400 && status < 600;
  const type = read(body, "type");
  return typeof type === "string" && /^(?:about:|https?:|urn:|tag:)/i.test(type);
}
