import type { FileAnalysis, SourceFile } from '@regmigrate/core';
import { compareRenderings, MOST_DIFFERENCES } from './compare/compare-renderings.ts';
import { explainDifferences, type ChartVersions } from './compare/explain-differences.ts';
import { findLeft } from './compare/find-left.ts';
import type { MovesIn } from './compare/is-announced-move.ts';
import { UnreadableDocument } from './compare/read-objects.ts';
import { withoutRandom } from './compare/without-random.ts';
import type { Rendered } from './render/rendering.ts';
import type { RenderingResult } from './result.ts';

export interface Judging {
  readonly analyze: (file: SourceFile) => FileAnalysis;
  readonly movesIn: MovesIn;
}

/** What a result says beside which rendering it is of. */
export type Outcome = Omit<RenderingResult, 'kind' | 'path' | 'values'>;

interface States {
  readonly after: () => Promise<Rendered>;
  /** Absent where the files of both states are the same. */
  readonly before?: () => Promise<Rendered>;
  readonly versions?: ChartVersions;
}

const NOTHING = { moved: 0, derived: 0, random: 0, differences: [], left: [] } as const;

export const unproven = (reason: string): Outcome => ({ ...NOTHING, status: 'unproven', reason });

/** Renders both states and judges what comes out. */
export async function verifyRendering(states: States, judging: Judging): Promise<Outcome> {
  const [after, before] = await Promise.all([states.after(), states.before?.()]);
  if (!after.ok) {
    if (before?.ok)
      return { ...NOTHING, status: 'failed', reason: `it rendered before and does not now: ${after.reason}` };
    return unproven(after.reason);
  }
  const left = findLeft(after.text, judging.analyze);
  if (before === undefined) return { ...NOTHING, left, status: left.length > 0 ? 'left' : 'unchanged' };
  if (!before.ok) return { ...unproven(`it renders now, but did not before: ${before.reason}`), left };
  try {
    return { ...(await compare(before.text, after.text, states, judging, left.length > 0)), left };
  } catch (error) {
    if (!(error instanceof UnreadableDocument)) throw error;
    return { ...unproven(`what it renders is not YAML: ${error.message}`), left };
  }
}

async function compare(
  before: string,
  after: string,
  states: States,
  { movesIn }: Judging,
  isLeft: boolean,
): Promise<Outcome> {
  const comparison = compareRenderings(before, after);
  if (comparison.differences.length > MOST_DIFFERENCES)
    return unproven(`it differs in more than ${MOST_DIFFERENCES} places`);
  const { moved, derived, unexplained } = explainDifferences(comparison, movesIn, states.versions);
  const differences = unexplained.length > 0 ? await settled(unexplained, before, states) : unexplained;
  const random = unexplained.length - differences.length;
  const counts = { moved, derived, random, differences, left: [] };
  if (differences.length > 0) return { ...counts, status: 'failed' };
  if (isLeft) return { ...counts, status: 'left' };
  return { ...counts, status: moved + derived > 0 ? 'proven' : 'unchanged' };
}

/** Without what differs between two renderings of the state before. */
async function settled(
  unexplained: Outcome['differences'],
  before: string,
  states: States,
): Promise<Outcome['differences']> {
  const again = await states.before?.();
  return again?.ok ? withoutRandom(unexplained, compareRenderings(before, again.text)) : unexplained;
}
