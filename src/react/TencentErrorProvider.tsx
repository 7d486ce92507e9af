"use client";
import { useMemo, useState, type ReactElement, type ReactNode } from "react";
import { createTencentErrorClient } from "../client/createTencentErrorClient.js";
import type { TencentErrorClient } from "../client/TencentErrorClient.js";
import { isDevelopment } from "../core/isDevelopment.js";
import type { UserLocale } from "../model/Locale.js";
import type { Audience } from "../model/Message.js";
import { createAnnouncer } from "./createAnnouncer.js";
import { LiveRegion } from "./LiveRegion.js";
import { TencentErrorContext, type TencentErrorContextValue } from "./TencentErrorContext.js";

/** What a page decides once. */
export interface TencentErrorProviderProps {
  readonly client: TencentErrorClient;
  readonly locale: UserLocale;
  /** Who reads. Default: `user`. */
  readonly audience?: Audience | undefined;
  /** A class for the portalled dialog, where a design system scopes its variables to one. */
  readonly dialogClassName?: string | undefined;
  /** Leaves out the kit's own classes. */
  readonly unstyled?: boolean | undefined;
  readonly children?: ReactNode;
}

/**
 * Gives the notices and the prompt below it their client and their language.
 * @throws TypeError in development when there is no client.
 */
export function TencentErrorProvider(props: TencentErrorProviderProps): ReactElement {
  if (isDevelopment()) checkProps(props);
  const { client: given, locale, audience = "user", dialogClassName, unstyled = false } = whatIsThere(props);
  const [spare] = useState(() => given ?? createTencentErrorClient());
  const [{ announce, ...announcer }] = useState(createAnnouncer);
  const client = given ?? spare;
  const value = useMemo<TencentErrorContextValue>(
    () => ({ client, locale: locale ?? null, audience, dialogClassName, unstyled, announce }),
    [client, locale, audience, dialogClassName, unstyled, announce],
  );
  return (
    <>
      <TencentErrorContext.Provider value={value}>{props.children}</TencentErrorContext.Provider>
      <LiveRegion announcer={announcer} lang={locale?.tag} />
    </>
  );
}

/** In production a page that forgot something still gets its notices. */
function whatIsThere(props: TencentErrorProviderProps): Partial<TencentErrorProviderProps> {
  return props;
}

/** Said here, where the app can be seen in the stack, and not by a notice deep below. */
function checkProps({ client, locale }: Partial<TencentErrorProviderProps>): void {
  const missing = client === undefined ? "client" : locale === undefined ? "locale" : undefined;
  if (missing === undefined) return;
  const remedy =
    missing === "client"
      ? "Make one with createTencentErrorClient()"
      : 'Import one, such as "tencent-error-kit/locales/en",';
  throw new TypeError(
    `[tencent-error-kit] TencentErrorProvider got no ${missing}. Without it no notice can say or do anything. ` +
      `${remedy} and pass it as ${missing}={…}.`,
  );
}
