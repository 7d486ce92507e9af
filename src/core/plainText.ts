const unprintable = /[\0-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]|\p{Surrogate}/gu;
/** Most texts hold nothing but letters, and this finds out faster. */
const doubtful = /[^\t\n -~\u3000-\u9fff\uff00-\uff7f]/;

/** Text from outside as it may be shown: no controls, no direction overrides, no broken characters, at most `limit` code points. */
export function plainText(text: string, limit = 300): string {
  if (text.length <= limit && !doubtful.test(text)) return text;
  const points = Array.from(text.slice(0, limit * 4).replace(unprintable, ""));
  const cut = points.slice(0, limit).join("");
  // a letter keeps its accents or goes with them
  return /^\p{M}/u.test(points[limit] ?? "") ? cut.replace(/(.)\P{M}\p{M}*$/su, "$1") : cut;
}
