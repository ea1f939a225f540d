import type { FileAnalysis, FileProblem, Finding, Kept } from './model/finding.ts';
import type { Placement, Reading } from './model/format.ts';
import type { Rule } from './model/rule.ts';
import type { SourceFile } from './model/text.ts';
import type { Token } from './model/token.ts';
import type { NameMatcher } from './tokens/compile-names.ts';
import { findTokens } from './tokens/find-tokens.ts';
import { judge } from './verdict/judge.ts';

export interface AnalyzeOptions {
  readonly rules: readonly Rule[];
  readonly names: NameMatcher;
  /** Says what each token is; the formats' part. Must give one placement for each token. */
  readonly place: (
    file: SourceFile,
    tokens: readonly Token[],
  ) => Reading & { placements: readonly Placement[] };
}

/** Everything that is to be said of one file. Pure; never throws for any text. */
export function analyze(file: SourceFile, { rules, names, place }: AnalyzeOptions): FileAnalysis {
  const tokens = findTokens(file.text, names);
  if (tokens.length === 0) return { file: file.path, findings: [], kept: [], problems: [] };
  const findings: Finding[] = [];
  const kept: Kept[] = [];
  const { placements, problems } = place(file, tokens);
  for (const [index, token] of tokens.entries()) {
    const rule = rules.find(({ id }) => id === token.rule);
    const placement = placements[index];
    if (!rule || !placement) throw new Error(`${file.path}: a token without a rule or a place`);
    const result = judge(file, token, placement, rule);
    if ('edits' in result) findings.push(result);
    else kept.push(result);
  }
  const located = problems.map((problem): FileProblem => ({ ...problem, file: file.path }));
  return { file: file.path, findings, kept, problems: located };
}
