/** An account's id as text. Undefined for what names no one account: nothing, an object, a number that JavaScript has rounded. */
export function accountIdOf(id: unknown): string | undefined {
  if (typeof id === "string" && id !== "") return id;
  return Number.isSafeInteger(id) ? String(id) : undefined;
}

/**
 * Whether two ids may be of one kind, so that they name two persons where they differ: numbers, addresses, short names, or what is
 * generated to one length.
 */
export function isSimilarId(one: string | undefined, other: string): boolean {
  const shapeOf = (id: string): string | number =>
    /^\d+$/.test(id) ? "number" : id.includes("@") ? "address" : Math.max(id.length, 16);
  return one !== undefined && shapeOf(one) === shapeOf(other);
}
