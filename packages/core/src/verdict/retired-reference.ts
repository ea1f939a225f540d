import { contexts } from '../contexts.ts';
import type { Placement } from '../model/format.ts';
import type { RetiredReference } from '../model/rule.ts';
import type { Token } from '../model/token.ts';

/** Text that is known only when a template or shell has run. */
const TEMPLATED = /\{\{|\$/;

/** What the rule is told of a token: the token's own reference, completed by the keys beside it. */
export function retiredReference(token: Token, { siblings, context }: Placement): RetiredReference {
  const { reference, written } = token;
  const prefix = written.toLowerCase().split('/').slice(1);
  const own = reference?.path.value.slice(prefix.join('/').length).replace(/^\//, '') ?? '';
  const path = siblings?.path === undefined ? own : [own, siblings.path].filter(Boolean).join('/');
  const known = reference !== undefined || siblings?.path !== undefined;
  const cut = token.open && !reference?.tag && siblings?.path === undefined;
  return {
    prefix: prefix.join('/'),
    path,
    tag: siblings?.tag ?? reference?.tag?.value,
    digest: reference?.digest?.value,
    exact: {
      path: known && !cut && !reference?.path.templated && !TEMPLATED.test(path),
      tag: !token.open && !reference?.tag?.templated,
    },
    inField: contexts[context].ceiling === 'safe' || context === 'comment',
  };
}
