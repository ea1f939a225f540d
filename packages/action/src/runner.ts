/** What a step of a workflow has: `@actions/core` looks at the same environment for inputs and files. */
export interface Runner {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The Node that runs this. */
  readonly node: string;
  /** The folder that holds the checked-out repository. */
  readonly cwd: string;
  /** Writes to the log of the step, in which the runner looks for workflow commands. */
  readonly print: (text: string) => unknown;
}
