import { maskSecrets } from "./maskSecrets.js";
import { plainText } from "./plainText.js";

/** Text from outside as it may be shown and logged: plain, without secrets, at most `limit` code points. */
export function safeText(text: string, limit = 300, clean: (text: string) => string = maskSecrets): string {
  // masked before it is cut: half a phone number no longer looks like one
  let safe = clean(plainText(text, limit * 4));
  for (let tries = 0; safe.length > limit && tries < 4; tries += 1) {
    const cut = plainText(safe, limit).replace(/\[\w{0,8}$/, "");
    if (cut === safe) break;
    // what is cut may look like a secret only then
    safe = clean(cut);
  }
  return safe;
}
