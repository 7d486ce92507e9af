/** The answer that brings a code, as the API of its family spells it. */
export function bodyOf(code: number): object {
  return code >= 100_000 && code < 200_000 ? { error: code, error_description: "" } : { ret: code, msg: "" };
}
