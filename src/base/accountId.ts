/** An account's id as text. Undefined for what names no one account: nothing, an object, a number that JavaScript has rounded. */
export function accountIdOf(id: unknown): string | undefined {
  if (typeof id === "string" && id !== "") return id;
  return Number.isSafeInteger(id) ? String(id) : undefined;
}
