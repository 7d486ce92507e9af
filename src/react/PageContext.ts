import type { Reauth } from "../client/Reauth.js";
import type { TencentErrorClient } from "../client/TencentErrorClient.js";
import type { Retries } from "../client/Retries.js";
import type { FailureStore } from "../client/FailureGroup.js";
import type { Audience } from "../model/Message.js";
import type { LocaleText } from "../i18n/Locale.js";

/** What the components use of a client. */
export interface PageClient extends Pick<
  TencentErrorClient,
  | "diagnose"
  | "isFailure"
  | "support"
  | "docs"
  | "unsent"
  | "isHealed"
  | "provider"
  | "flowFor"
  | "prefetch"
  | "canReauthorize"
  | "emit"
  | "recentEvents"
> {
  readonly reauth: Pick<
    Reauth,
    | "getSnapshot"
    | "getServerSnapshot"
    | "subscribe"
    | "start"
    | "startFor"
    | "cancel"
    | "fold"
    | "canShow"
    | "resume"
    | "paste"
    | "panel"
    | "settled"
  >;
  readonly retries: Pick<Retries, "isKnown" | "forget" | "canWait" | "wait" | "stop">;
  readonly board: Pick<FailureStore, "claim" | "subscribe" | "getRows">;
}

/** The context that the provider gives. */
export interface TencentErrorContextValue {
  readonly client: PageClient;
  /** The page's words; the fallback's where a page gave no language. */
  readonly text: LocaleText;
  readonly audience: Audience;
  readonly dialogClassName: string | undefined;
  readonly unstyled: boolean;
  /** Announces a text once to assistive technology. The same key is silent for five seconds. */
  announce(text: string, key: string): void;
}
