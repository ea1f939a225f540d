import type { Finding, Kept } from '../model/finding.ts';
import type { Join } from '../model/format.ts';
import type { Verdict } from '../model/rule.ts';
import type { SourceFile } from '../model/text.ts';
import { weaker } from './judge.ts';
import { judgeJoin } from './judge-join.ts';
import type { JudgeOptions } from './judge-options.ts';

/**
 * The verdicts on names that are written in two scalars. Names that share the scalar of their domain change
 * together or not at all: where one must stay, the domain stays for all.
 */
export function judgeJoins(
  file: SourceFile,
  joins: readonly Join[],
  options: JudgeOptions,
): readonly (Finding | Kept)[] {
  const groups = new Map<number, Join[]>();
  for (const join of joins) groups.set(join.domain.start, [...(groups.get(join.domain.start) ?? []), join]);
  return [...groups.values()].flatMap((group) => {
    const judged = group.flatMap((join) => judgeJoin(file, join, options) ?? []);
    const weakest = judged.map(verdictOf).reduce(weaker, 'safe');
    if (judged.length === group.length && judged.every((mention) => verdictOf(mention) === weakest))
      return judged;
    if (judged.length === group.length && weakest === 'unsafe')
      return judged.map((mention) => ({ ...mention, applicability: 'unsafe' as const, reason: SHARED }));
    return group.flatMap((join) => judgeJoin(file, { ...join, context: 'shared-domain' }, options) ?? []);
  });
}

const SHARED = 'the domain is shared with an image whose move is not sure';

const verdictOf = (mention: Finding | Kept): Verdict => ('edits' in mention ? mention.applicability : 'keep');
