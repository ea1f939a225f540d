import { contexts, type ContextId } from '../contexts.ts';
import type { Completion } from '../model/format.ts';
import type { RetiredReference } from '../model/rule.ts';
import type { Token } from '../model/token.ts';

/** Text that is known only when a template or shell has run. */
const TEMPLATED = /\{\{|\$/;

/** What the rule is told of a token: the token's own reference, completed by what other keys say. */
export function retiredReference(
  token: Token,
  context: ContextId,
  completion: Completion = {},
): RetiredReference {
  const { reference, written } = token;
  const prefix = written.toLowerCase().split('/').slice(1);
  const own = reference?.path.value.slice(prefix.join('/').length).replace(/^\//, '') ?? '';
  const path = completion.path === undefined ? own : [own, completion.path].filter(Boolean).join('/');
  const known = reference !== undefined || completion.path !== undefined;
  const cut = token.open && !reference?.tag && completion.path === undefined;
  return {
    prefix: prefix.join('/'),
    path,
    tag: completion.tag ?? reference?.tag?.value,
    digest: reference?.digest?.value,
    exact: {
      path: known && !cut && !reference?.path.templated && !TEMPLATED.test(path),
      tag: !token.open && !reference?.tag?.templated,
    },
    inField: contexts[context].ceiling === 'safe' || context === 'comment',
  };
}
