/** An answer as it went over the wire, and where it is written down. */
export interface WireSample {
  readonly body: string;
  readonly contentType: string;
  readonly httpStatus: number;
  /** The number that the kit reads in it; null where it has none. */
  readonly code: number | null;
  readonly shape: string;
  readonly dialect: string;
  readonly isError: boolean;
  /** Seen in an app's log or an issue, quoted by a test or by the vendor's page, or made after those. */
  readonly evidence: "observed" | "third-party-fixture" | "official-doc" | "constructed";
  readonly source: string;
  readonly note?: string;
}

/** The corpus, one answer a line, as the entry `samples.json` gives it: with sources that a reader can follow. */
export function publicSamples(lines: string): readonly WireSample[] {
  return lines
    .trim()
    .split("\n")
    .map((line) => {
      const { body, contentType, httpStatus, code, shape, dialect, isError, evidence, source, note } = JSON.parse(
        line,
      ) as WireSample;
      const told = source
        .replace(/gh-index:id=\d+ ?\(([^()]*)\)/g, "public source code: $1")
        .replace(/gh-index:id=\d+/g, "public source code");
      const sample = { body, contentType, httpStatus, code, shape, dialect, isError, evidence, source: told };
      return note === undefined ? sample : { ...sample, note };
    });
}
