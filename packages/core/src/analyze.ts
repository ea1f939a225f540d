import type { FileAnalysis, FileProblem, Finding, Kept } from './model/finding.ts';
import type { Placement, Reading } from './model/format.ts';
import type { Rule } from './model/rule.ts';
import type { SourceFile, Span } from './model/text.ts';
import type { Token } from './model/token.ts';
import type { NameMatcher } from './tokens/compile-names.ts';
import { findLoosePaths } from './tokens/find-loose-paths.ts';
import { findTokens } from './tokens/find-tokens.ts';
import { judge } from './verdict/judge.ts';
import { judgeJoins } from './verdict/judge-joins.ts';

export interface AnalyzeOptions {
  readonly rules: readonly Rule[];
  readonly names: NameMatcher;
  /** Says what each token is; the formats' part. Must give one placement for each token. */
  readonly place: (
    file: SourceFile,
    tokens: readonly Token[],
    loosePaths: readonly Span[],
  ) => Reading & { placements: readonly Placement[] };
}

/** Everything that is to be said of one file. Pure but for what it asks the file's tree; never throws for any text. */
export function analyze(file: SourceFile, options: AnalyzeOptions): FileAnalysis {
  const { rules, names, place } = options;
  const tokens = findTokens(file.text, names);
  const loosePaths = findLoosePaths(file.text, names);
  if (tokens.length + loosePaths.length === 0)
    return { file: file.path, findings: [], kept: [], problems: [] };
  const { placements, problems, joins = [] } = place(file, tokens, loosePaths);
  const told = tokens.map((token, index) => {
    const rule = rules.find(({ id }) => id === token.rule);
    const placement = placements[index];
    if (!rule || !placement) throw new Error(`${file.path}: a token without a rule or a place`);
    return judge(file, token, placement, rule);
  });
  const mentions = [...told, ...judgeJoins(file, joins, options)].sort((a, b) => a.span.start - b.span.start);
  // A file in which nothing is told has no problem that concerns anybody.
  const relevant = mentions.length === 0 ? [] : problems;
  return {
    file: file.path,
    findings: mentions.filter((mention): mention is Finding => 'edits' in mention),
    kept: mentions.filter((mention): mention is Kept => !('edits' in mention)),
    problems: relevant.map((problem): FileProblem => ({ ...problem, file: file.path })),
  };
}
