"use client";
import type { Speech } from "./speechIn.js";
import { useTencentContext } from "./useTencentContext.js";

/** Words and how to put values into them. */
export function useSpeech(user: string): Speech {
  return useTencentContext(user).speech;
}
