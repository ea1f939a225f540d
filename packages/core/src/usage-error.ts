/** The caller's mistake: an argument that names nothing, options that exclude each other. Ends the run with exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  /** A closed code for programs; the message is for people. */
  readonly code: string;

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
