import { attempt, read } from "../base/safely.js";
import { isErrorLike } from "../diagnose/errorShape.js";

/** One call as a data layer shows it. */
export interface CallState {
  readonly error: unknown;
  /** The data layer says that it failed, or it was thrown: a failure whatever the body says. */
  readonly isThrown: boolean;
  /** A boundary caught it: it is shown whatever it is. */
  readonly isCaught?: boolean;
  /** The data layer reports a failure: an abort in it was a time-out, since a cancelled call leaves no failure. */
  readonly isFailed?: boolean;
  /** Data from before the failure is still there. */
  readonly hasData?: boolean;
  readonly dataUpdatedAt?: number | null;
  readonly retry?: (() => void) | undefined;
  /** The data layer's own function that fetches again, the same between tries. */
  readonly key?: object | undefined;
  /** Whether that only reads, by its name. False: it was given something, as a form's call is. Undefined: nothing tells. */
  readonly isReading?: boolean | undefined;
  /** It is being sent again. */
  readonly isRunning?: boolean;
  /** Its data layer still retries: `error` is what the last try failed with. */
  readonly isTrying?: boolean;
}

/** Bounds the work for long lists. */
const maxCalls = 10_000;

/**
 * The calls in what a notice was given: an error, a query, a mutation or SWR's answer, or an array of those. What a boundary
 * caught is one call that failed, also when it is null.
 */
export function failedCalls(input: unknown, isCaught = false): readonly CallState[] {
  const inputs = inputsOf(input);
  if (isCaught && (inputs.length === 0 || !inputs.every(isOfDataLayer)))
    return [{ error: input, isThrown: true, isCaught, isFailed: true }];
  return inputs.map(callOf).filter(hasFailed);
}

/** All calls of an input, also those that went well. */
export function callsIn(input: unknown): readonly CallState[] {
  return inputsOf(input).map(callOf);
}

/** The keys of the calls that have data: their data layer's own functions. */
export function answeredKeys(input: unknown): readonly object[] {
  return callsIn(input).flatMap((call) => (call.key !== undefined && isDone(call) ? [call.key] : []));
}

/** Whether a call has data and is not under way. */
export function isDone(call: CallState): boolean {
  return call.hasData === true && !call.isRunning && !hasFailed(call);
}

function inputsOf(input: unknown): readonly unknown[] {
  const length = attempt(() => (Array.isArray(input) ? Math.min(input.length, maxCalls) : undefined));
  return length === undefined ? [input] : Array.from({ length }, (_, index) => read(input, index));
}

function hasFailed({ error }: CallState): boolean {
  return error !== null && error !== undefined;
}

/** TanStack Query, RTK Query and Apollo have `refetch`, ahooks `refresh`, alova `send`, react-use `retry`; SWR has only `mutate`. */
const senders = ["refetch", "refresh", "send", "retry"] as const;

function callOf(input: unknown): CallState {
  if (!isResult(input))
    return { error: input, isThrown: !isPlain(input) || Number(read(read(input, "response"), "status")) >= 400 };
  const updatedAt = read(input, "dataUpdatedAt");
  const isValidating = read(input, "isValidating");
  const again = isValidating === undefined ? senders : [...senders, "mutate"];
  const name = again.find((method) => methodOf(input, method) !== undefined);
  const key = name === undefined ? undefined : methodOf(input, name);
  // an infinite query fetches the page that failed, and none that has loaded
  const page = ["Next", "Previous"].find((which) => read(input, `isFetch${which}PageError`) === true);
  const send = page === undefined ? key : (methodOf(input, `fetch${page}Page`) ?? key);
  const trying = triedWith(input);
  return {
    error: read(input, "error") ?? trying,
    isThrown: true,
    isFailed: key !== undefined,
    hasData: (read(input, "data") ?? undefined) !== undefined,
    dataUpdatedAt: typeof updatedAt === "number" && updatedAt > 0 ? updatedAt : null,
    retry: send && (() => void Reflect.apply(send, input, [])),
    key,
    isReading: name === "refetch" || name === "mutate" || (hasArguments(input) ? false : undefined),
    isRunning: read(input, "isFetching") === true || isValidating === true || read(input, "loading") === true,
    isTrying: trying !== undefined,
  };
}

/** ahooks keeps what a call was given: one that a page made for its form is no reading. */
function hasArguments(input: object): boolean {
  const params = read(input, "params");
  return attempt(() => Array.isArray(params) && params.length > 0) === true;
}

/** Whether a call of an input is under way. */
export function isUnderWay(input: unknown): boolean {
  return callsIn(input).some(({ isRunning }) => isRunning === true);
}

/** TanStack Query's last error while it retries by itself without data to show. */
function triedWith(input: object): unknown {
  const hasAny = ["error", "data"].some((name) => (read(input, name) ?? undefined) !== undefined);
  const isOn = ["fetching", "paused"].includes(read(input, "fetchStatus") as string);
  return hasAny || !isOn ? undefined : (read(input, "failureReason") ?? undefined);
}

/** A result of a data layer holds its error beside its data. An error, and a body such as `{ error: 100016 }`, is none. */
function isResult(input: unknown): input is object {
  if (typeof input !== "object" || input === null || isErrorLike(input)) return false;
  // an answer, and an error beside its answer, are what failed: React Router's, openapi-fetch's
  if ([input, read(input, "response")].some((answer) => typeof read(answer, "status") === "number")) return false;
  const error = attempt(() => ("error" in input ? [read(input, "error")] : undefined));
  return (
    error !== undefined && (typeof error[0] === "object" || error[0] === undefined || read(input, "data") !== undefined)
  );
}

/** A result with a method such as `refetch` comes from a hook, so it was not thrown. */
export function isOfDataLayer(input: unknown): boolean {
  return isResult(input) && [...senders, "mutate", "reset", "run"].some((name) => methodOf(input, name) !== undefined);
}

/** An answer that may be a success: an object, or text that is written like one. Any other text was thrown. */
function isPlain(input: unknown): boolean {
  if (typeof input === "string") return /^\s*(?:[{[<]|[^\s"']{0,40}\(\s*\{|[\w.]+=\S*$)/.test(input.slice(0, 4096));
  return typeof input === "object" && !isErrorLike(input);
}

function methodOf(input: object, name: string): CallableFunction | undefined {
  const method = read(input, name);
  return typeof method === "function" ? method : undefined;
}
