"use client";

import { type ReactElement, useEffect, useSyncExternalStore } from "react";
import { ownOptions } from "../../base/safely.js";
import { useTencentContext } from "../../react/useTencentContext.js";
import { lookChunk } from "../lookChunk.js";
import { useChunk } from "../parts/useChunk.js";
import type { ReauthPromptProps } from "./Prompt.js";
import { watchTyping } from "../../react/typing.js";

/**
 * Asks a person to sign in again, once for all failed calls, and shows how it goes. Put it on the page once. Its code is fetched
 * when a sign-in is required, if it isn't there by then.
 * Should an element of `components` throw, the kit's own takes its place.
 * @throws Error in development outside of `TencentErrorProvider`.
 */
export function ReauthPrompt(props: ReauthPromptProps): ReactElement | null {
  const { reauth, unsent } = useTencentContext("ReauthPrompt").client;
  const { subscribe, getSnapshot, getServerSnapshot } = reauth;
  const { status } = useSyncExternalStore(subscribe, getSnapshot, getServerSnapshot);
  const left = useSyncExternalStore(unsent.subscribe, unsent.get, unsent.get);
  useEffect(watchTyping, []);
  const { found: look } = useChunk(lookChunk, status !== "idle" || left > 0);
  return look === undefined ? null : <look.Prompt {...ownOptions(props)} />;
}
