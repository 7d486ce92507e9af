import fc from "fast-check";

const odd = fc.oneof(
  fc.constantFrom(...Array.from(" .:/@-_\0\n\u00ad\u200baA0")),
  fc.string({ minLength: 1, maxLength: 1 }),
);

/** A text that is almost `text`: a letter more, less or another, another case, turned round, twice, cut or gone. */
export function near(text: string): fc.Arbitrary<string> {
  const place = fc.nat(text.length);
  return fc
    .oneof(
      fc.tuple(place, odd).map(([at, letter]) => text.slice(0, at) + letter + text.slice(at)),
      fc.tuple(place, odd).map(([at, letter]) => text.slice(0, at) + letter + text.slice(at + 1)),
      place.map((at) => text.slice(0, at) + text.slice(at + 1)),
      place.map((at) => text.slice(0, at)),
      place.map((at) => text.slice(at) + text.slice(0, at)),
      fc.constantFrom(
        text.toUpperCase(),
        text.toLowerCase(),
        Array.from(text).reverse().join(""),
        text + text,
        "",
        "null",
      ),
    )
    .filter((other) => other !== text);
}
