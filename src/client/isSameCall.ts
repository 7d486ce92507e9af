/** As much of two calls as is compared. */
const maxValues = 500;

/** Whether two lists of arguments say the same. Bounded; what isn't plain data is the same only when it is one object. */
export function isSameCall(one: readonly unknown[], other: readonly unknown[]): boolean {
  let left = maxValues;

  function isSame(a: unknown, b: unknown): boolean {
    left -= 1;
    if (Object.is(a, b) || (isSignal(a) && isSignal(b))) return true;
    if (left < 0 || !isPlain(a) || !isPlain(b) || Array.isArray(a) !== Array.isArray(b)) return false;
    const [keys, others] = [Object.keys(a), Object.keys(b)];
    return keys.length === others.length && keys.every((key) => Object.hasOwn(b, key) && isSame(a[key], b[key]));
  }

  try {
    return isSame(one, other);
  } catch {
    return false;
  }
}

/** Each try has a signal of its own. */
function isSignal(value: unknown): boolean {
  return typeof AbortSignal === "function" && value instanceof AbortSignal;
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === Array.prototype || prototype === null;
}
