/** A tag read as a version: comparable with another of the same line, and no other. */
export interface ParsedTag {
  readonly kind: 'release' | 'revision' | 'date';
  /** What must agree: `1.26` of v1.26.2, `3.5.7` of 3.5.7-0. Dates are one line. */
  readonly line: readonly number[];
  /** Position in the line, most significant first. */
  readonly order: readonly number[];
}

const RELEASE = /^v?(\d+(?:\.\d+)+)(?:-(alpha|beta|rc)\.?(\d+))?$/;
const REVISION = /^v?(\d+(?:\.\d+)+)-(\d+)$/;
const DATE = /^v?(20\d{6})(?:-.*)?$/;
const STAGES = ['alpha', 'beta', 'rc'];
/** The stage of a release that is no alpha, beta or candidate. */
export const FINAL = STAGES.length;

/** Reads `v1.26.2`, `1.7.0-rc.1`, `3.5.7-0`, `v20230407-abc123`; nothing else is guessed at. */
export function parseTag(tag: string): ParsedTag | undefined {
  const release = RELEASE.exec(tag);
  if (release) {
    const numbers = toNumbers(release[1]);
    const stage = release[2] === undefined ? FINAL : STAGES.indexOf(release[2]);
    const order = [numbers.at(-1) ?? 0, stage, Number(release[3] ?? 0)];
    return { kind: 'release', line: numbers.slice(0, -1), order };
  }
  const revision = REVISION.exec(tag);
  if (revision) return { kind: 'revision', line: toNumbers(revision[1]), order: [Number(revision[2])] };
  const date = DATE.exec(tag);
  if (date) return { kind: 'date', line: [], order: [Number(date[1])] };
  return undefined;
}

function toNumbers(text: string | undefined): number[] {
  return (text ?? '').split('.').map(Number);
}
