import type { Finding, Kept } from '../model/finding.ts';
import type { Join } from '../model/format.ts';
import type { Edit, SourceFile } from '../model/text.ts';
import { findTokens } from '../tokens/find-tokens.ts';
import { allowedBy, conclude } from './judge.ts';
import type { JudgeOptions } from './judge-options.ts';
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
  if (decision.kind === 'move') {
    const { to } = decision;
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
    allowed: allowedBy(decision),
    next:
      decision.kind === 'move'
        ? `${decision.to.domain}/${decision.to.path}${reference.slice(behind)}`
        : undefined,
    edits,
    override: overrideOf?.(context, file),
  });
}
