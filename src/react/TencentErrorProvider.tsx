"use client";
import { useEffect, useMemo, useState, type ReactElement, type ReactNode } from "react";
import type { TencentErrorClient } from "../client/TencentErrorClient.js";
import { rethrowOwn } from "../base/devChecks.js";
import type { Audience } from "../model/Message.js";
import { createAnnouncer, LiveRegion } from "./announcer.js";
import { useEscapeKey } from "./escapeKey.js";
import { localeText } from "../i18n/localeText.js";
import { prefetchChunks } from "./prefetchChunks.js";
import { spareClient } from "./spareClient.js";
import { TencentErrorContext } from "./useTencentContext.js";
import { useLocale, type LocaleProps } from "./useLocale.js";
import type { PageClient, TencentErrorContextValue } from "./PageContext.js";

declare const process: { readonly env: { readonly NODE_ENV?: string } };

/** What a page sets once for all notices below. */
export interface TencentErrorProviderProps extends LocaleProps {
  readonly client: TencentErrorClient;
  /** Who reads. Default: `user`. */
  readonly audience?: Audience | undefined;
  /** A further class for the dialogs. They are rendered in place, so a theme around them applies without it. */
  readonly dialogClassName?: string | undefined;
  /** Leaves out the kit's own classes. */
  readonly unstyled?: boolean | undefined;
  readonly children?: ReactNode;
}

/**
 * Gives the notices and the prompt below it their client and their language.
 * @throws TypeError in development when there is no client or no language, or a message that can't be used.
 * @example
 * ```tsx
 * import type { ReactNode } from "react";
 * import { TencentErrorProvider } from "tencent-error-kit";
 * import { createTencentErrorClient } from "tencent-error-kit/core";
 * import { loadLocale } from "tencent-error-kit/locales";
 * import zhCN from "tencent-error-kit/locales/zh-CN";
 *
 * const client = createTencentErrorClient();
 * const messages = { "actions.openTicket": "找小智" };
 * export const Page = ({ tag, children }: { readonly tag: string; readonly children: ReactNode }) => (
 *   <TencentErrorProvider client={client} locale={tag} loadLocale={loadLocale} fallbackLocale={zhCN} messages={messages}>
 *     {children}
 *   </TencentErrorProvider>
 * );
 * ```
 */
export function TencentErrorProvider(props: TencentErrorProviderProps): ReactElement {
  try {
    if (process.env.NODE_ENV !== "production") checkProps(props);
  } catch (error) {
    rethrowOwn(error);
  }
  const { audience = "user", dialogClassName, unstyled = false } = props;
  // in production a page without a client or a language still gets its notices
  const client: PageClient = (props as Partial<TencentErrorProviderProps>).client ?? spareClient;
  const locale = useLocale({ ...props, provider: client.provider?.name });
  const [{ announce, ...announcer }] = useState(createAnnouncer);
  useEscapeKey();
  useEffect(() => prefetchChunks(client.prefetch), [client]);
  const value = useMemo<TencentErrorContextValue>(
    () => ({ client, text: localeText(locale), audience, dialogClassName, unstyled, announce }),
    [client, locale, audience, dialogClassName, unstyled, announce],
  );
  return (
    <>
      <TencentErrorContext.Provider value={value}>{props.children}</TencentErrorContext.Provider>
      <LiveRegion announcer={announcer} lang={locale.tag} />
    </>
  );
}

/** Thrown here rather than in a notice, so that the stack shows the app's component. */
function checkProps({ client, locale, loadLocale }: Partial<TencentErrorProviderProps>): void {
  const isUnloadable = typeof locale === "string" && loadLocale === undefined;
  const missing =
    client === undefined ? "client" : locale === undefined ? "locale" : isUnloadable ? "loadLocale" : undefined;
  if (missing === undefined) return;
  const remedy = {
    client: "Make one with createTencentErrorClient()",
    locale: 'Import one, such as "tencent-error-kit/locales/en",',
    loadLocale: 'Import it from "tencent-error-kit/locales"',
  }[missing];
  throw new TypeError(
    `[tencent-error-kit] TencentErrorProvider got no ${missing}. Without it no notice can say or do anything. ` +
      `${remedy} and pass it as ${missing}={…}.`,
  );
}
