import { expect } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { formatOf } from '@regmigrate/formats';
import { analyzeFile } from '../analyze-file.ts';
import { editsOf, fixText } from '../fix-text.ts';
import type { Law } from './law.ts';

/** The values of a YAML stream, as a real parser sees them; undefined where it finds a fault. */
function valuesOf(text: string): readonly string[] | undefined {
  const documents = parseAllDocuments(text, { uniqueKeys: false });
  if (!Array.isArray(documents) || documents.some(({ errors }) => errors.length > 0)) return undefined;
  try {
    return documents.map((document) => JSON.stringify(document.toJS({ maxAliasCount: 1000 })));
  } catch (error) {
    // An alias without its anchor is found only when values are asked for.
    if (error instanceof ReferenceError) return undefined;
    throw error;
  }
}

/** Fixed YAML has the same structure and values, but for the names that moved. */
export const valuesDifferInNamesOnly: Law = {
  id: 'YAML parses to the same values but for the moved names',
  check({ file }) {
    if (formatOf(file).id !== 'yaml') return;
    const before = valuesOf(file.text);
    if (before === undefined) return;
    const analysis = analyzeFile(file);
    const after = valuesOf(fixText(file.text, analysis, 'unsafe'));
    expect(after, 'it must still parse').toBeDefined();
    const pairs = editsOf(analysis, 'unsafe').map(
      ({ expected, text }) => [bare(expected), bare(text)] as const,
    );
    const longestFirst = pairs.toSorted(([a], [b]) => b.length - a.length);
    const moved = (values: readonly string[]): string =>
      longestFirst.reduce((text, [old, to]) => text.replaceAll(old, to), bare(values.join('\n')));
    expect(moved(after ?? [])).toBe(moved(before));
  },
};

/** Escapes are undone by the parser, so they are left out of the comparison. */
const bare = (text: string): string => text.replaceAll('\\', '');
