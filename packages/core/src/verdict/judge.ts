import { contexts, type ContextId } from '../contexts.ts';
import type { Finding, Kept, Mention } from '../model/finding.ts';
import type { Placement } from '../model/format.ts';
import type { Decision, MessageData, Rule, Verdict } from '../model/rule.ts';
import type { SourceFile } from '../model/text.ts';
import type { Token } from '../model/token.ts';
import { editOfMove } from './edit-of-move.ts';
import { retiredReference } from './retired-reference.ts';

const TRUST: readonly Verdict[] = ['keep', 'manual', 'unsafe', 'safe'];
const weaker = (a: Verdict, b: Verdict): Verdict => (TRUST.indexOf(a) < TRUST.indexOf(b) ? a : b);

/** One token's verdict: the weaker of what its rule and its place allow, and the reason for it. */
export function judge(file: SourceFile, token: Token, placement: Placement, rule: Rule): Finding | Kept {
  const retired = retiredReference(token, placement);
  const decision = rule.decide(retired);
  const context = contexts[placement.context];
  const old = file.text.slice(token.extent.start, token.extent.end);
  const move = decision.kind === 'move' ? editOfMove(file.text, token, retired, decision) : undefined;
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
    ...(next !== undefined && { new: next }),
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

function fill(message: string, data: MessageData): string {
  return message.replace(/\{(\w+)\}/g, (place, key: string) => data[key] ?? place);
}
