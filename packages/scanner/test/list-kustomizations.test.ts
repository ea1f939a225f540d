import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { listKustomizations } from '../src/links/list-kustomizations.ts';
import { tree } from './tree.ts';

const files = {
  '.gitignore': 'mine/\nnode_modules/\nout/*\nlocal/kustomization.yaml\n/empty/\n',
  'base/kustomization.yaml': '',
  'base/my-kustomization.yaml': '',
  'mine/kustomization.yaml': '',
  'mine/deep/Kustomization': '',
  'mine/node_modules/x/kustomization.yaml': '',
  'out/a/kustomization.yml': '',
  'local/kustomization.yaml': '',
  'node_modules/x/kustomization.yaml': '',
  'empty/a.txt': '',
};

const list = async (cwd: string): Promise<readonly string[]> =>
  (await listKustomizations({ cwd, paths: ['.'], ignoreFiles: true, env: process.env })).toSorted();

it('lists those that git ignores, but for packages of npm', async () => {
  const cwd = tree(files);
  execFileSync('git', ['init', '-q'], { cwd });
  const all = [
    'base/kustomization.yaml',
    'local/kustomization.yaml',
    'mine/deep/Kustomization',
    'mine/kustomization.yaml',
    'out/a/kustomization.yml',
  ];
  expect(await list(cwd)).toEqual(all);
  expect(await list(join(cwd, 'mine'))).toEqual(
    [
      '../base/kustomization.yaml',
      '../local/kustomization.yaml',
      '../out/a/kustomization.yml',
      'deep/Kustomization',
      'kustomization.yaml',
    ].toSorted(),
  );
});
