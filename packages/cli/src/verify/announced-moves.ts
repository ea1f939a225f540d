import { analyze, type Edit, type Token } from '@regmigrate/core';
import type { Names } from '../settings/settings.ts';

/** Every move that the rules announce for a text, as if it were an image field, sorted. */
export function createAnnouncedMoves({ rules, names }: Names): (text: string) => readonly Edit[] {
  return (text) => {
    const { findings } = analyze(
      { path: 'value', text },
      {
        rules,
        names,
        place: (_, tokens) => ({
          placements: tokens.map((token) => ({ context: isName(token) ? 'image-field' : 'other-name' })),
          problems: [],
        }),
      },
    );
    return findings.flatMap(({ edits }) => edits).sort((a, b) => a.span.start - b.span.start);
  };
}

/** Not a part of another name or path, and no pattern. */
function isName({ left, right, escape }: Token): boolean {
  return right === 'open' && escape === '' && (left === 'open' || left === 'transport' || left === 'url');
}
