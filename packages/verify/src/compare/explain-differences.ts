import { printPath, type Difference } from './difference.ts';
import type { Comparison } from './compare-renderings.ts';
import { isAnnouncedMove, type MovesIn } from './is-announced-move.ts';

export interface ChartVersions {
  readonly before: Versions;
  readonly after: Versions;
}

interface Versions {
  readonly version: string;
  readonly appVersion: string;
}

export interface Explained {
  /** Announced moves. */
  readonly moved: number;
  /** What follows from them: checksums, hashes in names, versions of the chart in labels. */
  readonly derived: number;
  readonly unexplained: readonly Difference[];
}

/** Tells what must be so from what must not. */
export function explainDifferences(
  { differences, renamed }: Comparison,
  movesIn: MovesIn,
  versions?: ChartVersions,
): Explained {
  const rest = differences.filter((difference) => !isMoved(difference, movesIn));
  const moved = differences.length - rest.length;
  const unexplained = rest.filter(
    (difference) =>
      !(moved > 0 && (isChecksum(difference) || isRenamed(difference, renamed))) &&
      !(versions !== undefined && isVersion(difference, versions)),
  );
  return { moved, derived: rest.length - unexplained.length, unexplained };
}

function isMoved({ kind, path, before, after }: Difference, movesIn: MovesIn): boolean {
  if (typeof before !== 'string' || typeof after !== 'string') return false;
  if (isAnnouncedMove(before, after, movesIn)) return true;
  if (kind !== 'Secret' || path[0] !== 'data') return false;
  const [plain, moved] = [fromBase64(before), fromBase64(after)];
  return plain !== undefined && moved !== undefined && isAnnouncedMove(plain, moved, movesIn);
}

function fromBase64(text: string): string | undefined {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text.replace(/\s/g, '') ? bytes.toString() : undefined;
}

/** Lengths of MD5, SHA-1, SHA-224, SHA-256, SHA-384 and SHA-512 in hexadecimal. */
const DIGEST_LENGTHS: ReadonlySet<number> = new Set([32, 40, 56, 64, 96, 128]);

/** A hash of something that moved. The digest of an image stands elsewhere, and is none. */
function isChecksum({ path, before, after }: Difference): boolean {
  if (typeof before !== 'string' || typeof after !== 'string' || before.length !== after.length) return false;
  const [parent, key] = path.slice(-2);
  if (typeof key !== 'string') return false;
  if (parent === 'annotations' && /checksum|hash/i.test(key)) return true;
  const isDigest = DIGEST_LENGTHS.has(before.length) && [before, after].every(isHexadecimal);
  return isDigest && (/checksum/i.test(key) || !/image|digest|tag|version|sha/i.test(printPath(path)));
}

const isHexadecimal = (text: string): boolean => /^[0-9a-f]+$/.test(text);

function isRenamed({ before, after }: Difference, renamed: ReadonlyMap<string, string>): boolean {
  return typeof before === 'string' && after !== undefined && renamed.get(before) === after;
}

const VERSION_LABELS: ReadonlySet<unknown> = new Set(['helm.sh/chart', 'chart', 'app.kubernetes.io/version']);

/** The version of the chart in a label. A selector that holds it is no label: it may not change. */
function isVersion({ path, before, after }: Difference, versions: ChartVersions): boolean {
  const [parent, key] = path.slice(-2);
  if (parent !== 'labels' || !VERSION_LABELS.has(key)) return false;
  if (typeof before !== 'string' || typeof after !== 'string') return false;
  return (['version', 'appVersion'] as const).some((field) => {
    // A plus is no character of labels, so charts write another for it.
    const [old, now] = [versions.before[field], versions.after[field]].map((text) => text.replace('+', '_'));
    if (old === undefined || now === undefined || old === now || !before.endsWith(old)) return false;
    return after === before.slice(0, before.length - old.length) + now;
  });
}
