/** One folder `fixtures/trees/<name>/`: `input/` is a whole repository, and what must become of it. */
export interface TreeCase {
  /** What a failing test is called. */
  readonly name: string;
  readonly folder: URL;
  /** `options.json`, where the folder alone cannot say it. */
  readonly options: TreeOptions;
}

export interface TreeOptions {
  /** What is given on the command line; none stands for the whole tree. */
  readonly paths?: readonly string[];
  /** Fixes here are meant to change what is built: an override that had been dropped applies again. */
  readonly changesTags?: boolean;
  /** Flags of `fix`, beside those that each test gives. */
  readonly fix?: readonly string[];
}
