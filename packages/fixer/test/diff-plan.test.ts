import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { decodePath } from '@regmigrate/scanner';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diffPlan } from '../src/diff/diff-plan.ts';
import { diffText } from '../src/diff/diff-text.ts';
import { planFixes } from '../src/plan-fixes.ts';
import { analyzed, analyzeStub } from './analyzed.ts';
import { tree } from '../../scanner/test/tree.ts';

const latin1 = (path: string) => readFileSync(path, 'latin1');

async function diffOf(cwd: string, ...paths: string[]) {
  return diffPlan(planFixes(await analyzed(cwd, ...paths), { unsafe: false }), { cwd });
}

function applyPatch(cwd: string, patch: Buffer): void {
  execFileSync('git', ['-c', 'core.autocrlf=false', 'apply', '--whitespace=nowarn', '-'], {
    cwd,
    input: patch,
    stdio: 'pipe',
  });
}

const lines = (count: number, ...hits: number[]) =>
  Array.from({ length: count }, (_, index) => (hits.includes(index) ? 'image: old.io/x' : `line ${index}`));

const cases: Record<string, string | Buffer> = {
  'one line': 'old.io\n',
  'one line, no final newline': 'old.io',
  'last line, no final newline': `a\nb\nold.io`,
  'context without final newline': `old.io\na\nb`,
  'far from the end': lines(20, 2).join('\n'),
  CRLF: lines(20, 0, 10, 19).join('\r\n'),
  'CRLF and final newline': `${lines(20, 0, 10, 19).join('\r\n')}\r\n`,
  'mixed endings': 'a\r\nold.io\nb\rold.io\rc\n\n\nold.io\r\n',
  'hunks that touch': lines(30, 5, 12, 20).join('\n'),
  'hunks that nearly touch': lines(30, 5, 13, 21).join('\n'),
  'neighbours, and two in a line': 'a\nold.io old.io\nold.io\nb\n',
  'a mark': '\uFEFFold.io\n',
  'Latin-1': Buffer.from('caf\xe9\nold.io \xff\n', 'latin1'),
  'looks like a patch': '--- a\n+++ b\n@@ -1 +1 @@\nold.io\n-- \n',
};

describe('git applies it', () => {
  test.each(Object.entries(cases))('%s', async (_, content) => {
    const cwd = tree({ file: content });
    const { patch, problems, files } = await diffOf(cwd, 'file');
    expect({ problems, files }).toEqual({ problems: [], files: ['file'] });
    const before = latin1(join(cwd, 'file'));
    applyPatch(cwd, patch);
    expect(latin1(join(cwd, 'file'))).toBe(before.replaceAll('old.io', 'new.example.io'));
  });

  test.runIf(process.platform === 'linux')(
    'to paths of all kinds, in a repository and below its root',
    async () => {
      const cwd = tree({});
      execFileSync('git', ['init', '-q'], { cwd });
      const names = [
        'with space/a b',
        'tab\there',
        'new\nline',
        'quo"te',
        'back\\slash',
        'é/ü',
        ' lead',
        'trail ',
        'ctrl\x01',
        'b/a b b/a b',
      ]
        .map((name) => Buffer.from(name))
        .concat(Buffer.from('caf\xe9', 'latin1'));
      const work = join(cwd, 'sub');
      const full = (name: Buffer) => Buffer.concat([Buffer.from(`${work}/`), name]);
      for (const name of names) {
        mkdirSync(
          dirname(full(name).toString('latin1')).replace(/[^ -~]+/g, (part) =>
            Buffer.from(part, 'latin1').toString(),
          ),
          {
            recursive: true,
          },
        );
        writeFileSync(full(name), 'old.io\n');
      }
      const { patch, problems } = await diffOf(work, ...names.map(decodePath));
      expect(problems).toEqual([]);
      applyPatch(work, patch);
      for (const name of names) expect(readFileSync(full(name), 'utf8')).toBe('new.example.io\n');
    },
  );

  test('any text', async () => {
    const cwd = tree({});
    const line = fc.tuple(
      fc.constantFrom('', 'a', 'old.io', 'old.io old.io', '\\'),
      fc.constantFrom('\n', '\n', '\r\n', '\r', ''),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 40 }), async (parts) => {
        const text = `${parts.flat().join('')}${parts.length % 2 ? 'old.io' : 'old.io\n'}`;
        writeFileSync(join(cwd, 'file'), text);
        applyPatch(cwd, (await diffOf(cwd, 'file')).patch);
        expect(latin1(join(cwd, 'file'))).toBe(text.replaceAll('old.io', 'new.example.io'));
      }),
      { numRuns: 100 },
    );
  });
});

test('reads as git writes it', async () => {
  const cwd = tree({ 'a b': `${lines(9, 4).join('\n')}` });
  const { patch } = await diffOf(cwd, 'a b');
  expect(patch.toString()).toBe(
    [
      '--- a/a b\t',
      '+++ b/a b\t',
      '@@ -2,7 +2,7 @@',
      ' line 1',
      ' line 2',
      ' line 3',
      '-image: old.io/x',
      '+image: new.example.io/x',
      ' line 5',
      ' line 6',
      ' line 7',
      '',
    ].join('\n'),
  );
});

test('what git cannot take is told', async () => {
  const root = tree({
    'in/utf16': Buffer.from('\uFEFFold.io', 'utf16le'),
    'in/binary': 'old.io\0',
    'in/fine': 'old.io',
    'in/changed': 'old.io',
    out: 'old.io',
  });
  const cwd = join(root, 'in');
  const plan = planFixes(await analyzed(cwd, 'utf16', 'binary', 'fine', 'changed', '../out'), {
    unsafe: false,
  });
  writeFileSync(join(cwd, 'changed'), 'other');
  const { files, problems } = await diffPlan(plan, { cwd });
  expect(files).toEqual(['fine']);
  expect(problems.map(({ file, code }) => `${file} ${code}`)).toEqual([
    'utf16 not-diffable',
    'binary not-diffable',
    'changed changed-since-read',
    '../out not-diffable',
  ]);
});

test('a long file with many edits takes no time', () => {
  const text = lines(300_000, ...Array.from({ length: 3000 }, (_, index) => index * 100)).join('\n');
  const edits = analyzeStub({ path: 'a', text }).findings.flatMap((finding) => finding.edits);
  const start = performance.now();
  expect(diffText(text, edits).match(/^@@/gm)).toHaveLength(3000);
  expect(performance.now() - start).toBeLessThan(1000);
});
