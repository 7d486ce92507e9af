import type { Diagnosis } from "../model/Diagnosis.js";
import { diagnose } from "./diagnose.js";
import { flowMessage, type FlowMessage } from "./flowMessage.js";
import { readCallback } from "./readCallback.js";

/** What a person copied from the provider's page: the answer itself, when it is this flow's return address, else a number or a text. */
export function readPasted(text: string, state: string): FlowMessage | Diagnosis {
  const callback = readCallback(text.trim());
  const message = callback?.state === state ? flowMessage(callback) : undefined;
  if (message !== undefined) return message;
  const number = /^\(?#?(-?\d{1,7})\)?$/.exec(text.trim())?.[1];
  return number === undefined ? diagnose(text) : diagnose({ error: number }, { dialect: "pageText" });
}
