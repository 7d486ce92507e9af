const unprintable = /[\0-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]|\p{Surrogate}/gu;

/** Text from outside as it may be shown: no controls, no direction overrides, no broken characters, at most `limit` code points. */
export function plainText(text: string, limit = 300): string {
  const clean = text.slice(0, limit * 4).replace(unprintable, "");
  return clean.length > limit ? Array.from(clean).slice(0, limit).join("") : clean;
}
