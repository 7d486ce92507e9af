import { attempt } from "./attempt.js";

// controls, what turns or joins letters unseen, tags that carry text nobody sees, and broken halves
const unprintable =
  /[\0-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]|\p{Surrogate}/gu;
/** Most texts hold nothing but letters, and this finds out faster. */
const doubtful = /[^\t\n -~\u3000-\u9fff\uff00-\uff7f]/;

/** Text from outside as it may be shown: no controls, no direction overrides, no broken characters, at most `limit` code points. */
export function plainText(text: string, limit = 300): string {
  if (text.length <= limit && !doubtful.test(text)) return text;
  const points = Array.from(text.slice(0, limit * 4).replace(unprintable, ""));
  const cut = points.slice(0, limit).join("");
  if (points.length <= limit) return cut;
  // what is one sign to the eye is shown whole or not at all
  const sign = attempt(() => new Intl.Segmenter().segment(points.slice(0, limit * 2).join("")).containing(cut.length));
  if (sign !== undefined) return cut.slice(0, sign.index);
  return /^\p{M}/u.test(points[limit] ?? "") ? cut.replace(/(.)\P{M}\p{M}*$/su, "$1") : cut;
}
