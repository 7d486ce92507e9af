import { createContext, type Context } from "react";
import type { TencentErrorClient } from "../client/TencentErrorClient.js";
import type { UserLocale } from "../model/Locale.js";
import type { Audience } from "../model/Message.js";

/** What the provider hands down. */
export interface TencentErrorContextValue {
  readonly client: TencentErrorClient;
  /** Null only where a page forgot it: then notices use the last words there are. */
  readonly locale: UserLocale | null;
  readonly audience: Audience;
  readonly dialogClassName: string | undefined;
  readonly unstyled: boolean;
  /** Says a text once to assistive technology. The same key is silent for a while. */
  announce(text: string, key: string): void;
}

/** Null outside of a provider. */
export const TencentErrorContext: Context<TencentErrorContextValue | null> =
  createContext<TencentErrorContextValue | null>(null);
