import { contexts, type ContextId } from '../contexts.ts';
import type { Reference } from '../model/reference.ts';
import type { RetiredReference } from '../model/rule.ts';
import type { Token } from '../model/token.ts';
import { parseReference } from '../reference/parse-reference.ts';

/** What the rule is told of a token: its own reference, or the whole one that it opens with what stands elsewhere. */
export function retiredReference(token: Token, context: ContextId, completion?: string): RetiredReference {
  const parsed = completion === undefined ? undefined : parseReference(completion);
  const whole = parsed?.ok ? parsed.reference : undefined;
  const reference = whole ?? token.reference;
  const goesOn = token.open && !whole;
  return {
    name: token.written.toLowerCase(),
    prefix: prefixOf(token),
    path: pathOf(token, reference),
    tag: reference?.tag?.value,
    digest: reference?.digest?.value,
    exact: {
      path: reference !== undefined && !(goesOn && !reference.tag) && !reference.path.templated,
      tag: !goesOn && !reference?.tag?.templated,
    },
    inField: contexts[context].ceiling === 'safe' || context === 'comment',
  };
}

const prefixOf = ({ written }: Token): string => written.toLowerCase().split('/').slice(1).join('/');

/** The path behind the name's own prefix; empty where there is none. */
export const pathOf = (token: Token, reference: Reference | undefined): string =>
  reference?.path.value.slice(prefixOf(token).length).replace(/^\//, '') ?? '';
