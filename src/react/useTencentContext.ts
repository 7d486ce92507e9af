"use client";
import { useContext } from "react";
import { createTencentErrorClient } from "../client/createTencentErrorClient.js";
import { isDevelopment } from "../core/isDevelopment.js";
import { lastWords } from "./lastWords.js";
import { speechIn } from "./speechIn.js";
import { TencentErrorContext, type TencentErrorContextValue } from "./TencentErrorContext.js";

let spare: TencentErrorContextValue | undefined;

/**
 * What the provider handed down.
 * @throws Error in development without a provider. In production the notice still renders, without its flows.
 */
export function useTencentContext(user: string): TencentErrorContextValue {
  const value = useContext(TencentErrorContext);
  if (value !== null) return value;
  if (isDevelopment()) {
    throw new Error(
      `[tencent-error-kit] ${user} is used outside of TencentErrorProvider, so it has no client and no language. ` +
        "Wrap the app in <TencentErrorProvider client={client} locale={locale}>. (Two copies of the kit in one page look the same.)",
    );
  }
  // prettier-ignore
  spare ??= { client: createTencentErrorClient(), speech: speechIn(lastWords()), audience: "user", dialogClassName: undefined,
    unstyled: false, announce: () => undefined };
  return spare;
}
