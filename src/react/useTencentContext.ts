"use client";

import { type Context, createContext, useContext } from "react";
import { rethrowOwn } from "../base/devChecks.js";
import { fallbackLocale } from "../i18n/fallbackLocale.js";
import { localeText } from "../i18n/localeText.js";
import { spareClient } from "./spareClient.js";
import type { TencentErrorContextValue } from "./PageContext.js";

declare const process: { readonly env: { readonly NODE_ENV?: string } };

/**
 * The provider's context.
 * @throws Error in development without a provider. In production the notice still renders, without its flows.
 */
export function useTencentContext(user: string): TencentErrorContextValue {
  const value = useContext(TencentErrorContext);
  if (value !== null) return value;
  try {
    if (process.env.NODE_ENV !== "production") throw orphaned(user);
  } catch (error) {
    rethrowOwn(error);
  }
  return spare;
}

function orphaned(user: string): Error {
  return new Error(
    `[tencent-error-kit] ${user} is used outside of TencentErrorProvider, so it has no client and no language. ` +
      "Wrap the app in <TencentErrorProvider client={client} locale={locale}>. (Two copies of the kit in one page look the same.)",
  );
}

/** Null outside of a provider. */
export const TencentErrorContext: Context<TencentErrorContextValue | null> =
  createContext<TencentErrorContextValue | null>(null);

const spare: TencentErrorContextValue = {
  client: spareClient,
  text: /* @__PURE__ */ localeText(fallbackLocale),
  audience: "user",
  dialogClassName: undefined,
  unstyled: false,
  announce: () => undefined,
};
