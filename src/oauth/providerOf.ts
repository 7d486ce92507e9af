import type { Provider, ReauthOptions } from "../model/ReauthFlow.js";

/** What a flow says of its provider: nothing where that has an id alone. */
export function providerOf({ provider }: ReauthOptions): Provider | undefined {
  return typeof provider === "object" ? provider : undefined;
}
