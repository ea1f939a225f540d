import { execFileSync } from 'node:child_process';
import { symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { expect, onTestFinished, test } from 'vitest';
import { decodePath, encodePath } from '../src/files/path-bytes.ts';
import { readSource } from '../src/files/read-source.ts';
import { readStdin } from '../src/files/read-stdin.ts';
import { tree } from './tree.ts';

const posix = process.platform !== 'win32';

async function codeOf(cwd: string, path: string, maxFileSize = 100): Promise<string> {
  const read = await readSource(path, { cwd, maxFileSize });
  return read.ok ? 'read' : read.problem.code;
}

test('gives text and stamp', async () => {
  const cwd = tree({ 'a/b.yaml': '\uFEFFé' });
  expect(await readSource('a/b.yaml', { cwd, maxFileSize: 100 })).toMatchObject({
    ok: true,
    source: { path: 'a/b.yaml', file: { path: 'a/b.yaml', text: '\uFEFFé' }, encoding: 'utf-8', size: 5 },
  });
});

test('a file over the limit is not read', async () => {
  const cwd = tree({ big: '', edge: 'x'.repeat(100), over: 'x'.repeat(101) });
  truncateSync(join(cwd, 'big'), 200e6);
  const before = process.memoryUsage.rss();
  expect(await codeOf(cwd, 'big')).toBe('too-large');
  expect(process.memoryUsage.rss() - before).toBeLessThan(50e6);
  expect(await codeOf(cwd, 'edge')).toBe('read');
  expect(await codeOf(cwd, 'over')).toBe('too-large');
});

test.runIf(posix)('what is no regular file is not opened', async () => {
  const cwd = tree({ 'folder/file': '', target: '' });
  execFileSync('mkfifo', [join(cwd, 'pipe')]);
  symlinkSync('target', join(cwd, 'link'));
  const server = createServer().listen(join(cwd, 'socket'));
  onTestFinished(() => void server.close());
  for (const path of ['folder', 'pipe', 'link', 'socket', '/dev/zero']) {
    expect([path, await codeOf(cwd, path)]).toEqual([path, 'not-a-file']);
  }
});

test('a file that is gone', async () => {
  const cwd = tree({ file: '' });
  expect(await codeOf(cwd, 'none')).toBe('vanished');
  expect(await codeOf(cwd, 'file/none')).toBe('vanished');
});

test.runIf(process.platform === 'linux')(
  'opens a file whose name is no UTF-8, or has a newline',
  async () => {
    const cwd = tree({});
    const name = Buffer.from('caf\xe9\n.yaml', 'latin1');
    writeFileSync(Buffer.concat([Buffer.from(`${cwd}/`), name]), 'x');
    const path = decodePath(name);
    expect(encodePath(path)).toEqual(name);
    expect(await codeOf(cwd, path)).toBe('read');
  },
);

test('standard input stands for a file', async () => {
  const read = await readStdin(Readable.from([Buffer.from('im'), Buffer.from('age')]), 'a.yaml');
  expect(read).toMatchObject({ ok: true, source: { path: 'a.yaml', size: 5, file: { text: 'image' } } });
  expect(await readStdin(Readable.from(['abc']), 'a.yaml', 2)).toMatchObject({
    problem: { code: 'too-large' },
  });
});
