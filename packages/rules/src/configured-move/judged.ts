import { analyze, compileNames, type Finding, type Rule } from '@regmigrate/core';

/** For tests: what is found where an image field holds nothing but this; undefined where nothing is told. */
export function judged(text: string, rules: readonly Rule[]): Finding | undefined {
  const { findings } = analyze(
    { path: 'field', text },
    {
      rules,
      names: compileNames(rules),
      place: (_, tokens) => ({
        placements: tokens.map(({ left, right }) => ({
          context: left === 'open' && right === 'open' ? 'image-field' : 'other-name',
        })),
        problems: [],
      }),
    },
  );
  return findings[0];
}

/** What it would hold then. */
export const moved = (text: string, rules: readonly Rule[]): string | undefined => judged(text, rules)?.new;
