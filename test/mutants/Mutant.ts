/** A mistake that makes a claim false, as a patch of one line: a test with the claim's tag must fail. */
export interface Mutant {
  /** The id of the claim in docs/hardening.json. */
  readonly proves: string;
  /** The mistake in a few words. */
  readonly name: string;
  readonly file: string;
  /** Stands in the file exactly once. */
  readonly from: string;
  readonly to: string;
}
