/** What a command has of the world around it. */
export interface CommandIo {
  /** The text of a file. */
  read(path: string): Promise<string>;
  /** What a module exports as its default, or else what it exports with rows. */
  load(path: string): Promise<unknown>;
  /** What is piped in; undefined where a person sits at the keyboard. */
  stdin(): Promise<string | undefined>;
  out(text: string): void;
  err(text: string): void;
}

/** What a command found out. */
export interface Report {
  /** For a person. */
  readonly text: string;
  /** For a program. */
  readonly json: unknown;
  /** Whether something is left to do: the exit code is 1 then. */
  readonly hasFindings: boolean;
}

/** What may stand behind a command. */
export interface Flags {
  readonly locale?: string | undefined;
  readonly audience?: string | undefined;
  readonly format?: string | undefined;
  /** The file of a pack. */
  readonly pack?: string | undefined;
}
