/**
 * The code that a wire value spells, or null. Takes integers of up to ten digits as number, bigint or string, and nothing
 * else: `Number("1e5")` would be 100000, a real code.
 */
export function strictCode(value: unknown): number | null {
  if (typeof value === "number") return Number.isInteger(value) && Math.abs(value) < 1e10 ? value + 0 : null;
  if (typeof value === "string")
    return value.length < 32 && /^\s*-?\d{1,10}\s*$/.test(value) ? Number(value) + 0 : null;
  return typeof value === "bigint" && value < 1e10 && value > -1e10 ? Number(value) : null;
}
