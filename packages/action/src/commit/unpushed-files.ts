import type { Report } from '../command/report.ts';
import type { Pushed } from './push-fixes.ts';

/** The files that `fix` wrote and the commit does not hold: they are untracked, ignored, or of a submodule. */
export function unpushedFiles({ fixed, companions }: Report, pushed: Pushed | undefined): readonly string[] {
  const there = new Set(pushed?.files);
  // Bytes of a name that are no UTF-8 came from Git as U+FFFD.
  const written = [...fixed, ...companions].map(({ file }) => Buffer.from(file).toString());
  return [...new Set(written)].filter((file) => !there.has(file));
}
