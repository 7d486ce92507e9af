/** One way of spelling a failure, as the catalog writes it. */
export type Dialect = readonly [
  name: string,
  codeKey: string,
  /** A key that must be beside the number, or blank. */
  besideKey: string,
  messageKey: string,
  subcodeKey: string,
  /** Whether its numbers are those of the vendor's table. */
  speaksTable: boolean,
];
