import { contexts, type ContextId } from './contexts.ts';
import type { FileAnalysis, FileProblem, Finding, Kept, Mention } from './model/finding.ts';
import type { Placement, Reading } from './model/format.ts';
import type { Decision, MessageData, RetiredReference, Rule, Verdict } from './model/rule.ts';
import type { Edit, SourceFile } from './model/text.ts';
import type { Token } from './model/token.ts';
import type { NameMatcher } from './tokens/compile-names.ts';
import { findTokens } from './tokens/find-tokens.ts';

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

const TRUST: readonly Verdict[] = ['keep', 'manual', 'unsafe', 'safe'];
const weaker = (a: Verdict, b: Verdict): Verdict => (TRUST.indexOf(a) < TRUST.indexOf(b) ? a : b);

function judge(file: SourceFile, token: Token, placement: Placement, rule: Rule): Finding | Kept {
  const retired = retiredReference(token, placement);
  const decision = rule.decide(retired);
  const context = contexts[placement.context];
  const old = file.text.slice(token.extent.start, token.extent.end);
  const move = decision.kind === 'move' ? editOf(file.text, token, retired, decision) : undefined;
  const next =
    move &&
    old.slice(0, move.span.start - token.name.start) +
      move.text +
      file.text.slice(move.span.end, token.extent.end);
  const mention: Mention = {
    file: file.path,
    span: token.extent,
    rule: rule.id,
    code: decision.code,
    message: fill(rule.messages[decision.code] ?? decision.code, { ...decision.data, old, new: next ?? '' }),
    context: placement.context,
    ...(placement.locator !== undefined && { locator: placement.locator }),
    old,
    ...(next !== undefined && { new: next }),
  };
  const verdict = weaker(allowedBy(decision), context.ceiling);
  if (verdict === 'keep' || decision.kind === 'keep')
    return { ...mention, reason: decision.kind === 'keep' ? mention.message : context.reason };
  const reason = reasonOf(verdict, decision, placement.context, mention.message);
  return {
    ...mention,
    severity: decision.severity,
    applicability: verdict,
    ...(reason !== undefined && { reason }),
    edits: verdict === 'manual' || !move ? [] : [move],
  };
}

function allowedBy(decision: Decision): Verdict {
  if (decision.kind === 'move') return decision.applicability;
  return decision.kind === 'advise' ? 'manual' : 'keep';
}

/** The reason names whichever of the two, rule or context, holds the fix back; the rule where both do. */
function reasonOf(
  verdict: Verdict,
  decision: Decision,
  context: ContextId,
  message: string,
): string | undefined {
  if (verdict === 'safe') return undefined;
  return allowedBy(decision) === verdict ? message : contexts[context].reason;
}

/** What the rule is told of a token: the token's own reference, completed by the keys beside it. */
function retiredReference(token: Token, { siblings, context }: Placement): RetiredReference {
  const { reference, written } = token;
  const [domain = '', ...prefix] = written.toLowerCase().split('/');
  const own = reference?.path.value.slice(prefix.join('/').length).replace(/^\//, '') ?? '';
  const path = siblings?.path === undefined ? own : [own, siblings.path].filter(Boolean).join('/');
  const known = reference !== undefined || siblings?.path !== undefined;
  return {
    domain,
    prefix: prefix.join('/'),
    path,
    tag: siblings?.tag ?? reference?.tag?.value,
    digest: reference?.digest?.value,
    exact: {
      path: known && !reference?.path.templated && !(token.open && !reference?.tag) && !path.includes('{{'),
      tag: !token.open && !reference?.tag?.templated,
    },
    inField: contexts[context].ceiling === 'safe' || context === 'comment',
  };
}

/** The smallest edit that makes the move: the name alone, unless the path behind it changes too. */
function editOf(
  text: string,
  token: Token,
  retired: RetiredReference,
  { to }: Extract<Decision, { kind: 'move' }>,
): Edit {
  const escaped = to.domain.replaceAll('.', `${token.escape}.`);
  const samePath = to.path === retired.path;
  const end = samePath || !token.reference ? token.name.end : token.reference.path.span.end;
  const slash = samePath || to.path === '' ? '' : '/';
  return {
    span: { start: token.name.start, end },
    expected: text.slice(token.name.start, end),
    text: samePath ? escaped : `${escaped}${slash}${to.path}`,
  };
}

function fill(message: string, data: MessageData): string {
  return message.replace(/\{(\w+)\}/g, (place, key: string) => data[key] ?? place);
}
