/** What a command has of the world around it. */
export interface CommandIo {
  /** The text of a file. */
  read(path: string): Promise<string>;
  /** What a module exports as its default, or else what it exports with rows. */
  load(path: string): Promise<unknown>;
  /** The app's own files below the current folder, with slashes: no packages, no builds, nothing of Git's. */
  list(): Promise<readonly string[]>;
  /** Those of some files that git ignores; none where git does not know the folder. */
  ignored(paths: readonly string[]): Promise<readonly string[]>;
  /** Writes a file, and makes the folders above it. */
  write(path: string, text: string): Promise<void>;
  /** Removes a file, and the folders that it leaves empty. */
  remove(path: string): Promise<void>;
  /** Asks a person at the keyboard; true where none sits there. */
  confirm(question: string): Promise<boolean>;
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
  /** The HTTP status of an answer. */
  readonly status?: string | undefined;
  readonly format?: string | undefined;
  /** The file of a pack. */
  readonly pack?: string | undefined;
  readonly out?: string | undefined;
  readonly "app-id"?: string | undefined;
  readonly exchange?: string | undefined;
  readonly platform?: string | undefined;
  readonly yes?: boolean | undefined;
  readonly "dry-run"?: boolean | undefined;
  readonly undo?: boolean | undefined;
}
