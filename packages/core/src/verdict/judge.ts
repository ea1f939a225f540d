import { contexts, type ContextId } from '../contexts.ts';
import type { Finding, Kept, Mention } from '../model/finding.ts';
import type { Placement } from '../model/format.ts';
import type { ContextOverride } from '../model/override.ts';
import type { Decision, MessageData, RetiredReference, Rule, Verdict } from '../model/rule.ts';
import type { Edit, SourceFile } from '../model/text.ts';
import type { Token } from '../model/token.ts';
import { findTokens } from '../tokens/find-tokens.ts';
import { doubtOfName } from './doubt-of-name.ts';
import { editOfMove } from './edit-of-move.ts';
import { ESCAPED, goesOnEscaped } from './goes-on-escaped.ts';
import type { JudgeOptions } from './judge-options.ts';
import { pathOf, retiredReference } from './retired-reference.ts';

const TRUST: readonly Verdict[] = ['keep', 'manual', 'unsafe', 'safe'];
export const weaker = (a: Verdict, b: Verdict): Verdict => (TRUST.indexOf(a) < TRUST.indexOf(b) ? a : b);

/** One token's verdict: the weaker of what its rule and its place allow, and the reason for it. */
export function judge(
  file: SourceFile,
  token: Token,
  placement: Placement,
  rule: Rule,
  options: JudgeOptions,
): Finding | Kept {
  const { by, retired, decision, allowed, images, references } = decideAll(token, placement, rule, options);
  const old = file.text.slice(token.extent.start, token.extent.end);
  const move =
    by === rule && decision.kind === 'move' ? editOfMove(file.text, token, retired, decision) : undefined;
  const next =
    move &&
    old.slice(0, move.span.start - token.name.start) +
      move.text +
      file.text.slice(move.span.end, token.extent.end);
  const unread =
    next !== undefined && decision.kind === 'move'
      ? doubtOfName(file.text, token, decision, { next, retired, own: pathOf(token, token.reference) })
      : undefined;
  const doubt = goesOnEscaped(file.text, token.extent.end) ? ESCAPED : unread;
  return conclude(by, decision, {
    mention: {
      file: file.path,
      span: token.extent,
      context: placement.context,
      ...(placement.locator !== undefined && { locator: placement.locator }),
      ...(images.length > 1 && { images }),
      ...(references.length > 0 && { references }),
      old,
    },
    allowed: doubt === undefined ? allowed : weaker(allowed, 'manual'),
    ...(doubt !== undefined && { doubt }),
    next,
    edits: move ? [move] : [],
    override: options.overrideOf?.(placement.context, file.path),
  });
}

interface Case {
  readonly mention: Omit<Mention, 'rule' | 'code' | 'message'>;
  /** What the rule allows. */
  readonly allowed: Verdict;
  /** Why it allows no more, where its message does not say. */
  readonly doubt?: string;
  readonly next: string | undefined;
  readonly edits: readonly Edit[];
  /** What the user says of such places. */
  readonly override: ContextOverride | undefined;
}

/** Brings rule and context together. */
export function conclude(
  rule: Rule,
  decision: Decision,
  { mention, allowed, doubt, next, edits, override }: Case,
): Finding | Kept {
  const { old } = mention;
  const context = placeOf(mention.context, override);
  const message = fill(rule.messages[decision.code] ?? decision.code, {
    ...decision.data,
    old,
    new: next ?? '',
  });
  const told: Mention = { ...mention, rule: rule.id, code: decision.code, message };
  const verdict = weaker(allowed, context.ceiling);
  if (verdict === 'keep' || decision.kind === 'keep')
    return { ...told, reason: decision.kind === 'keep' ? message : context.reason };
  const why = doubt ?? (decision.kind === 'move' ? decision.doubt : undefined) ?? message;
  const reason = reasonOf(verdict, allowed, context.reason, why);
  return {
    ...told,
    severity: decision.severity,
    applicability: verdict,
    ...(reason !== undefined && { reason }),
    ...(next !== undefined && { new: next }),
    edits: verdict === 'manual' ? [] : edits,
  };
}

function placeOf(
  context: ContextId,
  override: ContextOverride | undefined,
): { readonly ceiling: Verdict; readonly reason: string } {
  const { ceiling, reason } = contexts[context];
  if (!override) return { ceiling, reason };
  const by = reason === '' ? OVERRIDDEN : reason;
  return {
    ceiling: override.verdict === 'off' ? 'keep' : override.verdict,
    reason: override.reason ?? by,
  };
}

const OVERRIDDEN = 'the configuration says so';

interface Decided {
  readonly by: Rule;
  readonly retired: RetiredReference;
  readonly decision: Decision;
  readonly allowed: Verdict;
  /** The paths of the images that the name serves. */
  readonly images: readonly string[];
  /** The references of those whose path goes on in other keys. */
  readonly references: readonly string[];
}

/** A name that opens several references may do only what all of them may do. */
function decideAll(
  token: Token,
  { context, completions = [] }: Placement,
  rule: Rule,
  options: JudgeOptions,
): Decided {
  const own = pathOf(token, token.reference);
  const whole: readonly (string | undefined)[] = completions.length === 0 ? [undefined] : completions;
  const decided = whole.map((completion) => {
    const other = completion === undefined ? undefined : longerName(token, completion, options);
    if (other) {
      // The rest of that name stands elsewhere, so that an edit here alone is never right.
      const retired = retiredReference(other.token, context);
      const decision = other.rule.decide(retired);
      const allowed = weaker(allowedBy(decision), 'manual');
      return { by: other.rule, retired, decision, allowed, goesOn: completion };
    }
    const retired = retiredReference(token, context, completion);
    const decision = rule.decide(retired);
    // An edit here cannot change a path that stands elsewhere.
    const isElsewhere = decision.kind === 'move' && own !== retired.path && decision.to.path !== retired.path;
    const allowed = isElsewhere ? 'manual' : allowedBy(decision);
    return { by: rule, retired, decision, allowed, goesOn: own === retired.path ? undefined : completion };
  });
  const isMixed = decided.some(({ allowed }) => allowed !== 'keep');
  const trust = ({ allowed, decision }: (typeof decided)[number]): number =>
    // Where some move and others stay, what is left to do is to part them.
    TRUST.indexOf(isMixed && decision.kind === 'keep' ? 'manual' : allowed);
  const [weakest] = decided.toSorted((a, b) => trust(a) - trust(b));
  if (!weakest) throw new Error('nothing to decide on');
  const images = [...new Set(decided.map(({ retired }) => retired.path))];
  return { ...weakest, images, references: decided.flatMap(({ goesOn }) => goesOn ?? []) };
}

/** A name that begins like this one and goes on in the keys beside it: `k8s.gcr.io` with `team/app`. */
function longerName(
  { written }: Token,
  completion: string,
  { rules, names }: JudgeOptions,
): { readonly token: Token; readonly rule: Rule } | undefined {
  const [token] = findTokens(completion, names);
  const rule = rules.find(({ id }) => id === token?.rule);
  return token && rule && token.name.start === 0 && token.name.end > written.length
    ? { token, rule }
    : undefined;
}

export function allowedBy(decision: Decision): Verdict {
  if (decision.kind === 'move') return decision.applicability;
  return decision.kind === 'advise' ? 'manual' : 'keep';
}

/** The reason names whichever of the two, rule or context, holds the fix back; the rule where both do. */
function reasonOf(verdict: Verdict, allowed: Verdict, place: string, rule: string): string | undefined {
  if (verdict === 'safe') return undefined;
  return allowed === verdict ? rule : place;
}

function fill(message: string, data: MessageData): string {
  return message.replace(/\{(\w+)\}/g, (place, key: string) => data[key] ?? place);
}
