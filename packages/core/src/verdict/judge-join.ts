import type { Finding, Kept } from '../model/finding.ts';
import type { Join } from '../model/format.ts';
import type { Edit, SourceFile } from '../model/text.ts';
import { findTokens } from '../tokens/find-tokens.ts';
import { unreadable } from './doubt-of-name.ts';
import { allowedBy, conclude, weaker } from './judge.ts';
import { ESCAPED, goesOnEscaped } from './goes-on-escaped.ts';
import type { JudgeOptions } from './judge-options.ts';
import { nameOf, type Target } from './name-of-target.ts';
import { readsAs } from './reads-as.ts';
import { retiredReference } from './retired-reference.ts';

/**
 * The verdict on a name that is written in two scalars; undefined where together they are no retired name.
 * It is told where the path stands. The edits give each scalar its part of the new name.
 */
export function judgeJoin(
  { path: file, text }: SourceFile,
  { domain, path, tag, context, locator }: Join,
  { rules, names, overrideOf }: JudgeOptions,
): Finding | Kept | undefined {
  const written = text.slice(domain.start, domain.end);
  const base = written.replace(/\/+$/, '');
  const rest = text.slice(path.start, path.end);
  const [token] = findTokens(`${base}/${rest}`, names);
  const rule = rules.find(({ id }) => id === token?.rule);
  const begin = base.length + 1;
  if (!token || !rule || token.name.start > 0 || token.name.end <= begin) return undefined;
  const retired = retiredReference(token, context, tag === undefined ? undefined : `${base}/${rest}:${tag}`);
  const decision = rule.decide(retired);
  const reference = `${base}/${rest}`.slice(0, token.extent.end);
  const behind = token.reference ? token.reference.path.span.end : token.extent.end;
  const edits: Edit[] = [];
  const next = decision.kind === 'move' ? `${nameOf(decision.to)}${reference.slice(behind)}` : undefined;
  const unread =
    next !== undefined && decision.kind === 'move' && !readsAs(next, nameOf(decision.to), token)
      ? unreadable(next, nameOf(decision.to))
      : undefined;
  const doubt = goesOnEscaped(`${base}/${rest}`, token.extent.end) ? ESCAPED : unread;
  if (decision.kind === 'move') {
    const to = parted(decision.to);
    // Only the prefix goes where the rest of the path stays.
    const samePath = to.path === retired.path && to.path !== '';
    const until = path.start + (samePath ? token.name.end + 1 : behind) - begin;
    edits.push(
      { span: { start: domain.start, end: domain.start + base.length }, expected: base, text: to.domain },
      {
        span: { start: path.start, end: until },
        expected: text.slice(path.start, until),
        text: samePath ? '' : to.path,
      },
    );
  }

  return conclude(rule, decision, {
    mention: {
      file,
      span: { start: path.start, end: path.start + token.extent.end - begin },
      context,
      ...(locator !== undefined && { locator }),
      old: reference,
    },
    allowed: doubt === undefined ? allowedBy(decision) : weaker(allowedBy(decision), 'manual'),
    ...(doubt !== undefined && { doubt }),
    next,
    edits,
    override: overrideOf?.(context, file),
  });
}

/** Both scalars hold something: of a name that a move gives as a whole, the registry and the rest. */
function parted(to: Target): Target {
  const slash = to.domain.indexOf('/');
  if (to.path !== '' || slash < 0) return to;
  return { domain: to.domain.slice(0, slash), path: to.domain.slice(slash + 1) };
}
