import { attempt } from "../base/safely.js";
import type { TencentFailure } from "../model/Diagnosis.js";
import { cleanFailure, isCallId, isTokenLike, isWordy, mask, originalOf } from "./maskFailure.js";
import { maskSecrets } from "./maskSecrets.js";

/**
 * A failure as a report tells it: its texts without their secrets, also those that a diagnosis masks from end to end. The same one
 * when there is nothing to take out.
 */
export function redactFailure(failure: TencentFailure): TencentFailure {
  return cleanFailure(originalOf(failure), steps);
}

const redactText = (text: string): string => maskSecrets(text);
const steps = { text: redactText, date: redactText, path: redactPath, id: redactId };

/** As long as a number of an account, or as long and mixed as a token. */
const identity = /\d{7}|^(?=.*\d)(?=.*[a-z]).{16,}$/i;

/** What names a person or a thing in a path is left out whole; words stay. */
function redactPath(path: string): string {
  return path.replace(/[^/]+/g, redactPart);
}

function redactPart(part: string): string {
  if (isWordy(part)) return part;
  const masked = maskSecrets(part);
  const left = masked.replaceAll(mask, "");
  return identity.test(attempt(() => decodeURIComponent(left)) ?? left) ? mask : masked;
}

/** An id looks as random as a secret, and the vendor needs it. */
function redactId(id: string): string {
  const bare = id.replace(/=+$/, "");
  return isCallId(id) || (!isTokenLike(id) && maskSecrets(bare, true) === bare) ? id : mask;
}
