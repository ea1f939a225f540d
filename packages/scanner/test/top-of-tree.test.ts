import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { topOfTree } from '../src/files/top-of-tree.ts';
import { tree } from './tree.ts';

const files = { 'a/base/x.yaml': '', 'a/prod/y.yaml': '', 'b/z.yaml': '' };
const repositoryIn = (folder: string): void => void mkdirSync(join(folder, '.git'));

it('is the repository around the working directory', () => {
  const root = tree(files);
  repositoryIn(root);
  expect(topOfTree(join(root, 'a'), [join(root, 'b/z.yaml')])).toBe(root);
});

it('is the repository of the paths where the working directory is in none', () => {
  const root = tree(files);
  repositoryIn(join(root, 'a'));
  expect(topOfTree('/', [join(root, 'a/base'), join(root, 'a/prod/y.yaml')])).toBe(join(root, 'a'));
  expect(topOfTree(root, ['a/base'])).toBe(join(root, 'a'));
});

it('is the working directory where the paths lie in none, or in several', () => {
  const root = tree(files);
  expect(topOfTree(root, ['a/base'])).toBe(root);
  repositoryIn(join(root, 'a'));
  expect(topOfTree(root, ['a/base', 'b'])).toBe(root);
});

it('is not the whole file system, unless that is named', () => {
  const root = tree(files);
  const [base, prod] = [join(root, 'a/base/x.yaml'), join(root, 'a/prod/y.yaml')];
  expect(topOfTree('/', [base])).toBe(join(root, 'a/base'));
  expect(topOfTree('/', [base, prod])).toBe(join(root, 'a'));
  expect(topOfTree('/', ['.'])).toBe('/');
  expect(topOfTree('/', [])).toBe('/');
});
