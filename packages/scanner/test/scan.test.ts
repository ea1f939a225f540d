import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { FileAnalysis, SourceFile } from '@regmigrate/core';
import { expect, test } from 'vitest';
import { scan } from '../src/scan.ts';
import { tree } from './tree.ts';

function analyze({ path, text }: SourceFile): FileAnalysis {
  const at = text.indexOf('k8s.gcr.io');
  const span = { start: at, end: at + 16 };
  const kept = {
    file: path,
    span,
    rule: 'r',
    code: 'c',
    message: 'm',
    context: 'text' as const,
    old: text.slice(at, at + 16),
    reason: 'r',
  };
  return { file: path, findings: [], kept: text.includes('skip') ? [] : [kept], problems: [] };
}

const options = { paths: [], ignoreFiles: true, pattern: 'k8s\\.gcr\\.io', analyze };

test('finds, reads, analyses, and says where', async () => {
  const cwd = tree({
    'b.yaml': 'one\r\nimage: k8s.gcr.io/pause',
    'a/z.yaml': 'k8s.gcr.io/pause',
    'B.yaml': 'k8s.gcr.io/pause',
    skip: 'skip k8s.gcr.io',
    large: 'k8s.gcr.io'.repeat(100),
    'large-but-clean': 'x'.repeat(1000),
  });
  const { files, ...rest } = await scan({ ...options, cwd, maxFileSize: 500 });
  expect(rest).toEqual({
    filesScanned: 5,
    problems: [expect.objectContaining({ file: 'large', code: 'too-large' })],
  });
  expect(files.map(({ source }) => source.path)).toEqual(['B.yaml', 'a/z.yaml', 'b.yaml']);
  expect(files[2]?.analysis.kept[0]).toMatchObject({
    old: 'k8s.gcr.io/pause',
    start: { line: 2, column: 8 },
    end: { line: 2, column: 24 },
  });
});

test('a file that was named is read or is a problem', async () => {
  const cwd = tree({ clean: '', large: 'x'.repeat(1000), folder: '' });
  const result = await scan({ ...options, cwd, paths: ['clean', 'large'], maxFileSize: 500 });
  expect(result).toMatchObject({
    filesScanned: 1,
    files: [],
    problems: [{ file: 'large', code: 'too-large' }],
  });
  if (process.platform === 'win32') return;
  symlinkSync('/dev/zero', join(cwd, 'zero'));
  expect(await scan({ ...options, cwd, paths: ['/dev/zero'] })).toMatchObject({
    problems: [{ code: 'not-a-file' }],
  });
});

test('texts are not kept alive', async () => {
  const text = `${'é'.repeat(1_000_000)}k8s.gcr.io/pause`;
  const cwd = tree(Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`f${index}`, text])));
  const before = process.memoryUsage();
  const { files } = await scan({ ...options, cwd });
  globalThis.gc?.();
  // 100 texts are 200 MB in two-byte strings.
  expect(process.memoryUsage().heapUsed - before.heapUsed).toBeLessThan(80e6);
  expect(files).toHaveLength(100);
});
