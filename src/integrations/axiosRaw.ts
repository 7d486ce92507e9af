import type { AxiosConfigLike } from "./AxiosLike.js";

/** For which configuration each one notes. */
const notes = new WeakMap<object, AxiosConfigLike>();

/** Tells what an answer was before the app's own `transformResponse` makes something else of it. */
export function axiosRaw(config: AxiosConfigLike, tell: (raw: unknown) => void): void {
  const note = (data: unknown): unknown => {
    tell(data);
    return data;
  };
  notes.set(note, config);
  const given: unknown = config.transformResponse ?? [];
  const list: readonly unknown[] = Array.isArray(given) ? given : [given];
  // a retry of the app's copies the list of the call that it retries
  config.transformResponse = [note, ...list.filter((one) => !isOthers(one, config))];
}

function isOthers(one: unknown, config: AxiosConfigLike): boolean {
  const noted = typeof one === "function" ? notes.get(one) : undefined;
  return noted !== undefined && noted !== config;
}
