import { analyze, compileNames, type Finding, type Kept, type Rule } from '@regmigrate/core';
import { createRules, loadCatalogue } from '@regmigrate/rules';

export type Verdict = (Finding | Kept) & { readonly by: Rule };

let prepared: ReturnType<typeof prepare> | undefined;

function prepare() {
  const rules = createRules(loadCatalogue);
  return { rules, names: compileNames(rules) };
}

/** What the rules say of a reference that stands in an image field; undefined where none speaks of it. */
export function judgeReference(text: string): Verdict | undefined {
  prepared ??= prepare();
  const { rules, names } = prepared;
  const { findings, kept } = analyze(
    { path: 'reference', text },
    {
      rules,
      names,
      place: (_, tokens) => ({
        // A name further on is part of a mirror's path: `mirror.example/k8s.gcr.io/pause`.
        placements: tokens.map(({ name }) => ({ context: name.start === 0 ? 'image-field' : 'other-name' })),
        problems: [],
      }),
    },
  );
  const said = [...findings, ...kept].sort((a, b) => a.span.start - b.span.start)[0];
  const by = rules.find(({ id }) => id === said?.rule);
  return said && by ? { ...said, by } : undefined;
}
