/** The options that an app gave itself: what somebody planted on every object's prototype is none of them. */
export function ownOptions<Options extends object>(options: Options): Options {
  return { __proto__: null, ...options };
}
