/** Why the rest of an archive was not read. */
export class ArchiveFault extends Error {
  readonly code: 'archive-broken' | 'archive-too-large';

  constructor(code: ArchiveFault['code'], message: string) {
    super(message);
    this.code = code;
  }
}

export interface ArchiveLimits {
  /** Bytes that an archive may unpack to, with the archives in it. */
  readonly unpackedBytes: number;
  readonly members: number;
  /** Archives in archives. */
  readonly depth: number;
}

export const defaultArchiveLimits: ArchiveLimits = {
  unpackedBytes: 256 * 1024 * 1024,
  members: 20_000,
  depth: 3,
};

/** What may still be read of one archive, those in it included. */
export class UnpackBudget {
  readonly limits: ArchiveLimits;
  #bytes = 0;
  #members = 0;

  constructor(limits: ArchiveLimits) {
    this.limits = limits;
  }

  /** Throws where they are too many. */
  spendBytes(count: number): void {
    this.#bytes += count;
    const limit = this.limits.unpackedBytes;
    if (this.#bytes > limit)
      throw new ArchiveFault('archive-too-large', `unpacks to more than ${limit >> 20} MB`);
  }

  /** A fault where there are too many. */
  spendMember(): ArchiveFault | undefined {
    const limit = this.limits.members;
    if (++this.#members <= limit) return undefined;
    return new ArchiveFault('archive-too-large', `has more than ${limit} members`);
  }
}
