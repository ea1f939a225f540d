import type { Decision, RetiredReference } from '../model/rule.ts';
import type { Edit } from '../model/text.ts';
import type { Token } from '../model/token.ts';

/** The smallest edit that makes the move: the name alone, unless the path behind it changes too. */
export function editOfMove(
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
