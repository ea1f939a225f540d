import { analyze, type ContextId, type Finding, type Kept, type Rule } from '@regmigrate/core';
import type { Names } from '../settings/settings.ts';

export type Verdict = (Finding | Kept) & { readonly by: Rule };

/** What the rules say of a reference that stands in such a place; undefined where none speaks of it. */
export function judgeReference(
  text: string,
  { rules, names }: Names,
  context: ContextId = 'image-field',
): Verdict | undefined {
  const { findings, kept } = analyze(
    { path: 'reference', text },
    {
      rules,
      names,
      place: (_, tokens) => ({
        // A name further on is part of a mirror's path: `mirror.example/k8s.gcr.io/pause`.
        placements: tokens.map(({ name }) => ({ context: name.start === 0 ? context : 'other-name' })),
        problems: [],
      }),
    },
  );
  const said = [...findings, ...kept].sort((a, b) => a.span.start - b.span.start)[0];
  const by = rules.find(({ id }) => id === said?.rule);
  return said && by ? { ...said, by } : undefined;
}
