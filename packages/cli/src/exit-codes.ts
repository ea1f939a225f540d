/** What the caller is told. */
export const exitCodes = {
  /** Nothing left to do, and everything was read. */
  clean: 0,
  /** Something is left to do, or was not read. */
  remains: 1,
  /** The job could not be done: wrong usage, or a mistake of ours. */
  failed: 2,
} as const;
