type Reads = Map<object, Map<string | symbol, number>>;

/** The same value behind proxies that count how often each property of each object is read, and note every attempt to write. */
export function counting(value: unknown): {
  readonly value: unknown;
  readonly reads: Reads;
  readonly writes: string[];
} {
  const reads: Reads = new Map();
  const writes: string[] = [];
  const proxies = new WeakMap<object, object>();

  function watch(inner: unknown): unknown {
    if (typeof inner !== "object" || inner === null) return inner;
    const known = proxies.get(inner);
    if (known !== undefined) return known;
    const refuse = (trap: string) => () => {
      writes.push(trap);
      return false;
    };
    // of no plain object's kind, so that each property is asked for
    const target = isList(inner) ? [] : Object.create({});
    const proxy = new Proxy(target, {
      get: (_target, key) => {
        const counts = reads.get(inner) ?? new Map<string | symbol, number>();
        reads.set(inner, counts.set(key, (counts.get(key) ?? 0) + 1));
        return watch(Reflect.get(inner, key) as unknown);
      },
      set: refuse("set"),
      defineProperty: refuse("defineProperty"),
      deleteProperty: refuse("deleteProperty"),
      setPrototypeOf: refuse("setPrototypeOf"),
      preventExtensions: refuse("preventExtensions"),
    });
    proxies.set(inner, proxy);
    return proxy;
  }

  return { value: watch(value), reads, writes };
}

function isList(value: object): boolean {
  try {
    return Array.isArray(value);
  } catch {
    return false;
  }
}
