import type { FileAnalysis, FileProblem, Finding, Kept } from './model/finding.ts';
import type { Placement, Reading } from './model/format.ts';
import type { SourceFile, Span } from './model/text.ts';
import type { Token } from './model/token.ts';
import { findLoosePaths } from './tokens/find-loose-paths.ts';
import { findTokens } from './tokens/find-tokens.ts';
import { judge } from './verdict/judge.ts';
import type { JudgeOptions } from './verdict/judge-options.ts';
import { judgeJoins } from './verdict/judge-joins.ts';
import { suppress } from './verdict/suppress.ts';

export interface AnalyzeOptions extends JudgeOptions {
  /** Says what each token is; the formats' part. Must give one placement for each token. */
  readonly place: (
    file: SourceFile,
    tokens: readonly Token[],
    loosePaths: readonly Span[],
  ) => Reading & { placements: readonly Placement[] };
  /** False: comments and annotations that suppress findings say nothing. */
  readonly suppressions?: boolean;
}

/** What every comment and annotation holds that suppresses findings. */
const SUPPRESSION = /regmigrate(?:-|\.dev\/)ignore|regmigrate-disable/;

/** Everything that is to be said of one file. Pure but for what it asks the file's tree; never throws for any text. */
export function analyze(file: SourceFile, options: AnalyzeOptions): FileAnalysis {
  const { rules, names, place, overrideOf } = options;
  const tokens = findTokens(file.text, names);
  const loosePaths = findLoosePaths(file.text, names);
  const asksForSilence = options.suppressions !== false && SUPPRESSION.test(file.text);
  if (tokens.length + loosePaths.length === 0 && !asksForSilence)
    return { file: file.path, findings: [], kept: [], problems: [] };
  const { placements, problems, joins = [], suppressions = [] } = place(file, tokens, loosePaths);
  const told = tokens.map((token, index) => {
    const rule = rules.find(({ id }) => id === token.rule);
    const placement = placements[index];
    if (!rule || !placement) throw new Error(`${file.path}: a token without a rule or a place`);
    return judge(file, token, placement, rule, options);
  });
  const all = [...told, ...judgeJoins(file, joins, options)]
    .filter(({ context }) => overrideOf?.(context, file.path)?.verdict !== 'off')
    .sort((a, b) => a.span.start - b.span.start);
  const { mentions, problems: unused } = asksForSilence
    ? suppress(all, suppressions)
    : { mentions: all, problems: [] };
  // A file in which nothing is told has no problem that concerns anybody.
  const relevant = [...(mentions.length === 0 ? [] : problems), ...unused];
  return {
    file: file.path,
    findings: mentions.filter((mention): mention is Finding => 'edits' in mention),
    kept: mentions.filter((mention): mention is Kept => !('edits' in mention)),
    problems: relevant.map((problem): FileProblem => ({ ...problem, file: file.path })),
  };
}
