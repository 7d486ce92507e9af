"use client";
import { useContext } from "react";
import { createTencentErrorClient } from "../client/createTencentErrorClient.js";
import { rethrowOwn } from "../core/rethrowOwn.js";
import { lastWords } from "./lastWords.js";
import { speechIn } from "./speechIn.js";
import { TencentErrorContext, type TencentErrorContextValue } from "./TencentErrorContext.js";

declare const process: { readonly env: { readonly NODE_ENV?: string } };

let spare: TencentErrorContextValue | undefined;

/**
 * What the provider handed down.
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
  // prettier-ignore
  spare ??= { client: createTencentErrorClient(), speech: speechIn(lastWords()), audience: "user", dialogClassName: undefined,
    unstyled: false, announce: () => undefined };
  return spare;
}

function orphaned(user: string): Error {
  return new Error(
    `[tencent-error-kit] ${user} is used outside of TencentErrorProvider, so it has no client and no language. ` +
      "Wrap the app in <TencentErrorProvider client={client} locale={locale}>. (Two copies of the kit in one page look the same.)",
  );
}
