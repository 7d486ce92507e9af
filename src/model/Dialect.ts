/** One way of spelling a failure, as the catalog writes it. */
export type Dialect = readonly [
  name: string,
  codeKey: string,
  /** A key that must be beside the number, or blank. */
  besideKey: string,
  messageKey: string,
  subcodeKey: string,
  /** Whose numbers these are: the vendor's table itself, somebody who passes the table's on, or another service. */
  numbers: "table" | "relayed" | "other",
];

/** A body whose own fields spell a dialect, with the values that told so. */
export interface Match {
  readonly dialect: Dialect;
  /** The value at `codeKey` and, where there is one, at `besideKey`: read once, since a getter may cost or change. */
  readonly value: unknown;
  readonly beside: unknown;
  /** Fields that were read on the way here. */
  readonly seen?: Readonly<Record<string, unknown>> | undefined;
}
