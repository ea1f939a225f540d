import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memoryTree } from '@regmigrate/testkit';
import { findUsers, refsOf } from '../src/kustomize/find-users.ts';
import type { Kustomization } from '../src/kustomize/kustomization.ts';
import { KustomizeTree } from '../src/kustomize/kustomize-tree.ts';

const FOLDERS = ['.', 'base', 'app', 'app/base', 'app/prod', 'base/prod', 'my app', "it's"];
const NAMES = ['base', 'prod', 'pod.yaml', 'base.yaml', 'kustomization.yaml', '.hidden.yaml', 'a b.yaml'];

/** A path with its parts, as people write them. */
const path = fc
  .tuple(
    fc.constantFrom(
      '',
      './',
      '../',
      '../../',
      '../app/',
      '../../app/',
      'base/..//',
      '../my app/',
      "../it's/",
    ),
    fc.constantFrom(...NAMES, '', '.', '..', 'base/..', 'app/base', 'base/'),
  )
  .map((parts) => parts.join(''));

const item = fc
  .tuple(path, fc.constantFrom('plain', 'single', 'double', 'escaped', 'literal', 'folded', 'anchored'))
  .map(([text, style]) => {
    if (style === 'single') return `'${text.replaceAll("'", "''")}'`;
    if (style === 'double') return JSON.stringify(text);
    if (style === 'escaped') return JSON.stringify(text).replaceAll('a', '\\u0061');
    if (style === 'literal') return `|-\n    ${text}`;
    if (style === 'folded') return `>\n    ${text}\n`;
    return style === 'anchored' ? `&here ${text} # base` : `${text}`;
  });

const section = fc
  .tuple(
    fc.constantFrom('resources', 'bases', 'components', 'patches', 'transformers', 'configMapGenerator'),
    fc.array(item, { minLength: 1, maxLength: 3 }),
    fc.constantFrom('block', 'indented', 'flow'),
  )
  .map(([key, items, style]) => {
    if (key === 'patches') return `patches:\n${items.map((one) => `- path: ${one}\n`).join('')}`;
    if (key === 'configMapGenerator')
      return `configMapGenerator:\n- name: base\n  files:\n${items.map((one) => `  - key=${one}\n`).join('')}`;
    if (style === 'flow' && items.every((one) => /^(?:"[^\\]*"|'[^']*')$/.test(one)))
      return `${key}: [${items.join(',')}]\n`;
    return `${key}:\n${items.map((one) => `${style === 'block' ? '' : '  '}- ${one}\n`).join('')}`;
  });

const kustomization = fc.array(section, { maxLength: 3 }).map((sections) => sections.join(''));

const tree = fc
  .dictionary(fc.constantFrom(...FOLDERS), kustomization, { maxKeys: FOLDERS.length })
  .map((texts) =>
    Object.fromEntries(
      Object.entries(texts).map(([folder, text]) => [
        folder === '.' ? 'kustomization.yaml' : `${folder}/kustomization.yaml`,
        text,
      ]),
    ),
  );

const sought = fc.array(
  fc
    .tuple(fc.constantFrom(...FOLDERS), fc.constantFrom(...NAMES))
    .map((parts) => parts.join('/').replace('./', '')),
  { minLength: 1, maxLength: 4 },
);

function open(files: Readonly<Record<string, string>>): KustomizeTree {
  return new KustomizeTree(memoryTree(files), Object.keys(files), (name) => name);
}

/** The same by reading each of them. */
function usersOf(files: Readonly<Record<string, string>>, paths: readonly string[]): readonly string[] {
  const all = open(files);
  const users = [...all.folders].map((folder) => all.inFolder(folder)).filter((user) => user !== undefined);
  const uses = ({ folder, path: own }: Kustomization): readonly (string | undefined)[] => [
    own,
    ...[...refsOf(all.inFolder(folder)!)].map((ref) => all.pathOf({ folder }, ref)),
  ];
  const reached = new Set(paths);
  for (const target of reached)
    for (const user of users) if (uses(user).includes(target)) reached.add(user.folder);
  const found = users.filter((user) => uses(user).some((used) => used !== undefined && reached.has(used)));
  return found.map((user) => user.path).sort();
}

describe('findUsers', () => {
  it('finds by names in texts whom reading all of them finds', () => {
    fc.assert(
      fc.property(tree, sought, (files, paths) => {
        const found = findUsers(open(files), paths).map((user) => user.path);
        expect(found).toEqual(usersOf(files, paths));
      }),
      { numRuns: 3000 },
    );
  });

  it('opens no kustomization of another app', () => {
    const files = Object.fromEntries(
      ['one', 'two'].flatMap((app) => [
        [`${app}/base/kustomization.yaml`, 'resources:\n- pod.yaml\n'],
        [`${app}/prod/kustomization.yaml`, 'resources:\n- ../base\n'],
      ]),
    );
    const opened: string[] = [];
    class Watched extends KustomizeTree {
      override inFolder(folder: string): Kustomization | undefined {
        opened.push(folder);
        return super.inFolder(folder);
      }
    }
    findUsers(new Watched(memoryTree(files), Object.keys(files), (name) => name), ['one/base/pod.yaml']);
    expect(opened).toEqual(['one/base', 'one/prod']);
  });
});
