import type { FileAnalysis, Finding } from '@regmigrate/core';
import { expect, test } from 'vitest';
import { scan } from '../src/index.ts';
import { tree } from './tree.ts';

const finding = (file: string, old: string, context: Finding['context']): Finding => ({
  file,
  old,
  context,
  span: { start: 0, end: old.length },
  rule: 'k8s-gcr-io',
  code: 'moved',
  message: '',
  severity: 'warning',
  applicability: context === 'kustomize-image' ? 'unsafe' : 'safe',
  edits: [],
});

/** Each file holds the finding that it is said to hold. */
const findings: Readonly<Record<string, Finding>> = {
  'base.yaml': finding('base.yaml', 'k8s.gcr.io/pause:3.1', 'image-field'),
  'other.yaml': finding('other.yaml', 'k8s.gcr.io/pause-win:3.1', 'image-field'),
  'pinned.yaml': finding('pinned.yaml', 'k8s.gcr.io/pause@sha256:00', 'image-field'),
  'kustomization.yaml': finding('kustomization.yaml', 'k8s.gcr.io/pause', 'kustomize-image'),
};

const scanned = async (names: readonly string[]): Promise<Record<string, string>> => {
  const { files } = await scan({
    cwd: tree(Object.fromEntries(names.map((name) => [name, 'x']))),
    paths: [],
    ignoreFiles: true,
    pattern: 'x',
    analyze: ({ path }): FileAnalysis => {
      const own = findings[path];
      return { file: path, findings: own ? [own] : [], kept: [], problems: [] };
    },
  });
  return Object.fromEntries(
    files.map(({ analysis }) => [analysis.file, analysis.findings[0]?.applicability ?? '']),
  );
};

test('a name that a kustomization overrides is unsafe wherever it stands', async () => {
  expect(await scanned(Object.keys(findings))).toEqual({
    'base.yaml': 'unsafe',
    'kustomization.yaml': 'unsafe',
    'other.yaml': 'safe',
    'pinned.yaml': 'unsafe',
  });
});

test('without such a kustomization it is as safe as it looks', async () => {
  expect(await scanned(['base.yaml', 'other.yaml'])).toEqual({ 'base.yaml': 'safe', 'other.yaml': 'safe' });
});
