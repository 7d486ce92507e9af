/** What a call returns, or undefined when it throws: for platforms that refuse what they offer. */
export function attempt<Result>(call: () => Result): Result | undefined {
  try {
    return call();
  } catch {
    return undefined;
  }
}

/**
 * The property of anything at all, or undefined: getters that throw and revoked proxies read as nothing, and so does what was
 * planted on every object's prototype. What a class defines is read.
 */
export function read(value: unknown, key: string | number): unknown {
  try {
    const found = (value as Readonly<Record<string, unknown>> | null | undefined)?.[key];
    return found !== undefined && key in Object.prototype && isPlanted(value, key) ? undefined : found;
  } catch {
    return undefined;
  }
}

function isPlanted(value: unknown, key: string | number): boolean {
  let holder: unknown = Object(value);
  while (holder !== null && holder !== Object.prototype) {
    if (Object.hasOwn(holder as object, key)) return false;
    holder = Object.getPrototypeOf(holder);
  }
  return true;
}

/** Whether it is an object or a list: nothing has a type that says so. */
export function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

/** Whether it is a list. A revoked proxy is none. */
export function isList(value: unknown): value is readonly unknown[] {
  return attempt(() => Array.isArray(value)) === true;
}

/** Any value as a text; blank where it has none. */
export function asText(value: unknown): string {
  return attempt(() => String(value)) ?? "";
}

const nine = /* @__PURE__ */ Object.keys("-".repeat(9));

/** The names of an object's own fields, none where it refuses. Those of a list or of bytes are the first nine numbers. */
export function keysOf(value: unknown): readonly string[] {
  if (!isObject(value)) return [];
  return attempt(() => (Array.isArray(value) || ArrayBuffer.isView(value) ? nine : Object.keys(value))) ?? [];
}

/** The same, unless it is inherited: what was planted on every object's prototype decides nothing. */
export function readOwn(value: unknown, key: string): unknown {
  return attempt(() => Object.prototype.hasOwnProperty.call(value, key)) === true ? read(value, key) : undefined;
}

/** The same, when it is a string. */
export function readString(value: unknown, key: string): string | undefined {
  const found = read(value, key);
  return typeof found === "string" ? found : undefined;
}

/** What was read of an object before, a key and its value in turn: a getter may cost or change. */
export type Seen = unknown[];

/** The property, which is read the first time only. */
export function readOnce(value: unknown, key: string, seen: Seen): unknown {
  for (let at = 0; at < seen.length; at += 2) if (seen[at] === key) return seen[at + 1];
  const found = read(value, key);
  seen.push(key, found);
  return found;
}

/** The options or props that an app gave itself, without what was planted on every object's prototype. */
export function ownOptions<Options extends object>(options: Options): Options {
  return { __proto__: null, ...options };
}

/** One of them, where a copy would cost more than the rest of the work. */
export function ownOption<Options extends object, Key extends keyof Options>(
  options: Options,
  key: Key,
): Options[Key] | undefined {
  return Object.hasOwn(options, key) ? options[key] : undefined;
}

/**
 * The code that a wire value spells, or null. Takes integers of up to ten digits as number, bigint or string, and nothing
 * else: `Number("1e5")` would be 100000, a real code.
 */
export function parseCode(value: unknown): number | null {
  if (typeof value === "number") return Number.isInteger(value) && Math.abs(value) < 1e10 ? value + 0 : null;
  if (typeof value === "string")
    return value.length < 32 && /^\s*-?\d{1,10}\s*$/.test(value) ? Number(value) + 0 : null;
  return typeof value === "bigint" && value < 1e10 && value > -1e10 ? Number(value) : null;
}
