import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AnalyzedFile } from '@regmigrate/scanner';
import { describe, expect, it } from 'vitest';
import { applyPlan } from '../src/apply-plan.ts';
import { diffPlan } from '../src/diff/diff-plan.ts';
import { planFixes } from '../src/plan-fixes.ts';
import { analyzed } from './analyzed.ts';
import { tree } from '../../scanner/test/tree.ts';

/** All findings of these files as one set. */
const bound = (files: readonly AnalyzedFile[], together = 'set'): readonly AnalyzedFile[] =>
  files.map(({ analysis, source }) => ({
    source,
    analysis: { ...analysis, findings: analysis.findings.map((finding) => ({ ...finding, together })) },
  }));

const codes = (problems: readonly { file: string; code: string }[]): readonly string[] =>
  problems.map(({ file, code }) => `${file} ${code}`).sort();

describe('a set is fixed whole or not at all', () => {
  const texts = { a: 'old.io\n', b: 'old.io\n', c: 'old.io\n' };

  it('where all can be written', async () => {
    const cwd = tree(texts);
    const plan = planFixes(bound(await analyzed(cwd, 'a', 'b')), { unsafe: false });
    expect((await applyPlan(plan, { cwd })).problems).toEqual([]);
    expect(readFileSync(join(cwd, 'b'), 'utf8')).toBe('new.example.io\n');
  });

  it('where one file is read-only; others are written', async () => {
    const cwd = tree(texts);
    chmodSync(join(cwd, 'a'), 0o444);
    const files = [...bound(await analyzed(cwd, 'a', 'b')), ...(await analyzed(cwd, 'c'))];
    const { written, problems } = await applyPlan(planFixes(files, { unsafe: false }), { cwd });
    expect(written.map(({ path }) => path)).toEqual(['c']);
    expect(codes(problems)).toEqual(['a read-only', 'b set-incomplete']);
    expect(readFileSync(join(cwd, 'b'), 'utf8')).toBe('old.io\n');
  });

  it('where a file hangs on another by a second set', async () => {
    const cwd = tree(texts);
    chmodSync(join(cwd, 'a'), 0o444);
    const [a, b, c] = await analyzed(cwd, 'a', 'b', 'c');
    if (!a || !b || !c) throw new Error('three files');
    const both = bound([b], 'one').map((file) => ({
      ...file,
      analysis: {
        ...file.analysis,
        findings: [...file.analysis.findings, ...(bound([b], 'two')[0]?.analysis.findings ?? [])],
      },
    }));
    const files = [...bound([a], 'one'), ...both, ...bound([c], 'two')];
    const { written } = await applyPlan(planFixes(files, { unsafe: false }), { cwd });
    // The edit of b is shared, and the other set is whole.
    expect(written.map(({ path }) => path)).toEqual(['b', 'c']);
  });

  it('where two fixes clash when it is planned', async () => {
    const cwd = tree(texts);
    const [a, b] = bound(await analyzed(cwd, 'a', 'b'));
    const [finding] = a?.analysis.findings ?? [];
    if (!a || !b || !finding) throw new Error('two files');
    const edit = { span: { start: 3, end: 6 }, expected: '.io', text: '' };
    const clash = { ...a, analysis: { ...a.analysis, findings: [finding, { ...finding, edits: [edit] }] } };
    const plan = planFixes([clash, b], { unsafe: false });
    expect(plan.files).toEqual([]);
    expect(codes(plan.problems)).toEqual(['a overlap', 'b set-incomplete']);
  });

  it('where the run is ended between two files', async () => {
    const cwd = tree(texts);
    const stop = new AbortController();
    const plan = planFixes(bound(await analyzed(cwd, 'a', 'b', 'c')), { unsafe: false });
    const many = { ...plan, files: plan.files };
    const { written } = await applyPlan(many, { cwd, signal: stop.signal, onProgress: () => stop.abort() });
    const now = ['a', 'b', 'c'].map((name) => readFileSync(join(cwd, name), 'utf8'));
    expect(new Set(now).size).toBe(1);
    expect([0, 3]).toContain(written.length);
  });

  it('where someone changes a file meanwhile', async () => {
    const cwd = tree(texts);
    const plan = planFixes(bound(await analyzed(cwd, 'a', 'b')), { unsafe: false });
    writeFileSync(join(cwd, 'a'), 'old.io, and more\n');
    expect(codes((await applyPlan(plan, { cwd })).problems)).toEqual([
      'a changed-since-read',
      'b set-incomplete',
    ]);
    expect(readFileSync(join(cwd, 'b'), 'utf8')).toBe('old.io\n');
  });

  it('in a patch', async () => {
    const cwd = tree(texts);
    writeFileSync(join(cwd, 'a'), Buffer.from('\uFEFFold.io\n', 'utf16le'));
    const plan = planFixes(bound(await analyzed(cwd, 'a', 'b')), { unsafe: false });
    const { files, patch, problems } = await diffPlan(plan, { cwd });
    expect([files, patch.length]).toEqual([[], 0]);
    expect(codes(problems)).toEqual(['a not-diffable', 'b set-incomplete']);
  });
});
