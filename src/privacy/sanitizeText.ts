import { attempt } from "../base/safely.js";

// controls, line separators, what is ignored when it is drawn but turns, joins or hides letters, and broken halves
const unprintable =
  /[\0-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufff9-\ufffb\p{Default_Ignorable_Code_Point}]|\p{Surrogate}/gu;
/** More marks over one letter than any language writes: they cover the lines around them. */
const stack = /(\p{M}{4})\p{M}+/gu;
/** Most texts hold nothing but letters, and this finds out faster. */
const doubtful = /[^\t\n -~\u3000-\u3029\u3030-\u3098\u309b-\u3163\u3165-\u9fff\uff00-\uff7f]/;

/** Text from outside as it may be shown: no controls, no direction overrides, no broken characters, no stacks of marks, at most `limit` code points. */
export function sanitizeText(text: string, limit = 300): string {
  if (text.length <= limit && !doubtful.test(text)) return text;
  const points = Array.from(
    text
      .slice(0, limit * 4)
      .replace(unprintable, "")
      .replace(stack, "$1"),
  );
  const cut = points.slice(0, limit).join("");
  if (points.length <= limit) return cut;
  // what is one sign to the eye is shown whole or not at all
  const sign = attempt(() => new Intl.Segmenter().segment(points.slice(0, limit * 2).join("")).containing(cut.length));
  if (sign !== undefined) return cut.slice(0, sign.index);
  return /^\p{M}/u.test(points[limit] ?? "") ? cut.replace(/(.)\P{M}\p{M}*$/su, "$1") : cut;
}

/** Text from outside as it may be shown and logged: plain, without what `clean` takes out, at most `limit` code points. */
export function cleanText(text: string, limit: number, clean: (text: string) => string): string {
  // masked before it is cut: half a phone number no longer looks like one
  let safe = clean(sanitizeText(text, limit * 4));
  for (let tries = 0; safe.length > limit && tries < 4; tries += 1) {
    const cut = sanitizeText(safe, limit).replace(/\[\w{0,8}$/, "");
    if (cut === safe) break;
    // what is cut may look like a secret only then
    safe = clean(cut);
  }
  return safe;
}
