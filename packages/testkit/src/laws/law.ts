import type { OpenCase } from '../cases/fixture-case.ts';

/** Something true of every file, whatever is in it. `check` throws where it is broken. */
export interface Law {
  readonly id: string;
  check(fixture: OpenCase): void;
}
