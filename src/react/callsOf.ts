import { attempt } from "../core/attempt.js";
import { isErrorLike } from "../core/carriers.js";
import { read } from "../core/read.js";

/** One call as a data layer shows it. */
export interface Call {
  readonly error: unknown;
  /** The data layer says that it failed, or somebody threw it: a failure unless the body says otherwise. */
  readonly isThrown: boolean;
  /** Data from before the failure is still there. */
  readonly hasData: boolean;
  readonly dataUpdatedAt: number | null;
  readonly retry: (() => void) | undefined;
  /** It is under way again. */
  readonly isRunning: boolean;
}

/** The calls in what a notice was given: an error, a query, a mutation or SWR's answer, or an array of those. */
export function callsOf(input: unknown): readonly Call[] {
  return allOf(input).filter(hasFailed);
}

/** Whether every call of an input has brought its data, and none is under way. What tells of no data says nothing. */
export function isAnswered(input: unknown): boolean {
  return allOf(input).every((call) => call.hasData && !call.isRunning && !hasFailed(call));
}

function allOf(input: unknown): readonly Call[] {
  return (Array.isArray(input) ? (input as readonly unknown[]) : [input]).map(callOf);
}

function hasFailed({ error }: Call): boolean {
  return error !== null && error !== undefined;
}

/** A failure without a data layer around it. */
const alone = { hasData: false, dataUpdatedAt: null, retry: undefined, isRunning: false };

function callOf(input: unknown): Call {
  if (!isResult(input)) return { ...alone, error: input, isThrown: !isPlain(input) };
  const data = read(input, "data");
  const updatedAt = read(input, "dataUpdatedAt");
  const isValidating = read(input, "isValidating");
  return {
    error: read(input, "error"),
    isThrown: true,
    hasData: data !== undefined && data !== null,
    dataUpdatedAt: typeof updatedAt === "number" && updatedAt > 0 ? updatedAt : null,
    retry: methodOf(input, "refetch") ?? (isValidating === undefined ? undefined : methodOf(input, "mutate")),
    isRunning: read(input, "isFetching") === true || isValidating === true,
  };
}

/** A result of a data layer holds its error beside its data. An error, and a body such as `{ error: 100016 }`, is none. */
function isResult(input: unknown): input is object {
  if (typeof input !== "object" || input === null || isErrorLike(input)) return false;
  const error = attempt(() => ("error" in input ? [read(input, "error")] : undefined));
  return (
    error !== undefined && (typeof error[0] === "object" || error[0] === undefined || read(input, "data") !== undefined)
  );
}

/** An answer that may be a success: an object, or text that is written like one. Any other text is what somebody threw. */
function isPlain(input: unknown): boolean {
  if (typeof input === "string") return /^\s*(?:[{[<]|[^\s"']{0,40}\(\s*\{|[\w.]+=\S*$)/.test(input.slice(0, 4096));
  return typeof input === "object" && !isErrorLike(input);
}

function methodOf(input: object, name: string): (() => void) | undefined {
  const method = read(input, name);
  return typeof method === "function" ? () => void Reflect.apply(method, input, []) : undefined;
}
