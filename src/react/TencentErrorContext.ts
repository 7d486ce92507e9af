import { createContext, type Context } from "react";
import type { TencentErrorClient } from "../client/TencentErrorClient.js";
import type { Audience } from "../model/Message.js";
import type { Speech } from "./speechIn.js";

/** What the provider hands down. */
export interface TencentErrorContextValue {
  readonly client: TencentErrorClient;
  /** In the last words there are, where a page forgot its language. */
  readonly speech: Speech;
  readonly audience: Audience;
  readonly dialogClassName: string | undefined;
  readonly unstyled: boolean;
  /** Says a text once to assistive technology. The same key is silent for a while. */
  announce(text: string, key: string): void;
}

/** Null outside of a provider. */
export const TencentErrorContext: Context<TencentErrorContextValue | null> =
  createContext<TencentErrorContextValue | null>(null);
