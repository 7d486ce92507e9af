import { isHarmless, mask } from "../privacy/isHarmless.js";

declare const process: { readonly env: { readonly NODE_ENV?: string } };
declare const console: { error(text: string): void };

const told = new Set<string>();

/** Whether the language itself threw it, as it does at a slip in the app's code. Told once in development, without what may be a secret. */
export function tellSlip(name: string, error: unknown): boolean {
  const isSlip =
    error instanceof TypeError ||
    error instanceof ReferenceError ||
    error instanceof RangeError ||
    error instanceof SyntaxError;
  if (!isSlip) return false;
  try {
    if (process.env.NODE_ENV !== "production") warnOnce(`${name} threw ${error.name}: ${textOf(error.message)}`);
  } catch {
    // an unbundled page has no `process`
  }
  return true;
}

/** What V8 quotes of the app's own code is no secret. */
function textOf(message: string): string {
  return isHarmless(message.replace(/\((?:reading|setting) '[\w$]{1,40}'\)/, "")) ? message : mask;
}

/** For developers, in a build of theirs. */
export function warnOnce(text: string): void {
  if (told.has(text)) return;
  told.add(text);
  console.error(`[tencent-error-kit] ${text}`);
}
