import { contexts } from '@regmigrate/core';
import type { TreeSummary } from './describe-tree.ts';

const SCHEMA = 'https://raw.githubusercontent.com/regmigrate/regmigrate/main/packages/config/schema.json';

/** A configuration that changes nothing as it stands: what the tree holds, and what could be said of it. */
export function writeStarter({ rules, unsafe, manual, fields }: TreeSummary): string {
  return `${[
    `# yaml-language-server: $schema=${SCHEMA}`,
    '# All keys: docs/configuration.md. What is commented out is an example; nothing here changes what is done.',
    'version: 1',
    '',
    ...listed('Rules that found something here: off, warning or error', rules),
    '# rules:',
    ...examples(rules, ([id]) => [`#   ${id}: error`], ['#   k8s-gcr-io: error']),
    '',
    ...listed('Likely fixes, which fix leaves alone unless --unsafe-fixes is given', unsafe),
    ...listed('For a person', manual),
    '# The most that may be done in such a place: safe, unsafe, manual, keep or off.',
    '# contexts:',
    ...examples(
      unsafe.slice(0, 3),
      ([context]) => [
        `#   - context: ${context} # ${contexts[context].summary}`,
        "#     paths: ['docs/**']",
        '#     verdict: safe',
      ],
      ['#   - context: comment', "#     paths: ['docs/**']", '#     verdict: safe'],
    ),
    '',
    '# Files that are not searched, beside what .gitignore and .regmigrateignore name.',
    '# ignore:',
    "#   - 'third_party/'",
    '',
    '# Fields of custom resources that hold references and are not known as such.',
    '# imageFields:',
    ...examples(fields, ({ kind, path }) => [`#   - kind: ${kind}`, `#     path: ${path}`], [
      '#   - kind: Runner',
      '#     path: spec.boxes[].image',
    ]),
    '',
    '# Moves of your own, beside those that are built in.',
    '# moves:',
    '#   - from: old.example/team',
    '#     to: new.example/team',
  ].join('\n')}\n`;
}

function listed(title: string, counts: readonly (readonly [string, number])[]): string[] {
  if (counts.length === 0) return [];
  return [`# ${title}: ${counts.map(([id, number]) => `${id} (${number})`).join(', ')}.`];
}

function examples<T>(
  found: readonly T[],
  write: (one: T) => readonly string[],
  otherwise: readonly string[],
): readonly string[] {
  return found.length === 0 ? otherwise : found.flatMap(write);
}
