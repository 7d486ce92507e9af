/** The options that an app gave itself: what somebody planted on every object's prototype is none of them. */
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
