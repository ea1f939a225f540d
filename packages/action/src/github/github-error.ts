/** What GitHub answered in place of what was asked for. */
export class GitHubError extends Error {
  /** 0 where there was no answer. */
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }

  /** Whether it is unknown if the request was carried out. */
  get isOpen(): boolean {
    return this.status === 0 || this.status >= 500;
  }
}
