import { describe, expect, it } from 'vitest';
import type { Finding, Kept, Located, Report } from '@regmigrate/core';
import { settle } from '../src/fix/settle.ts';

const text = 'x\nk8s.gcr.io/a k8s.gcr.io/b\nk8s.gcr.io/c\n';
const after = 'x\nregistry.k8s.io/a k8s.gcr.io/b\nregistry.k8s.io/c\n';

function mention(old: string): Located<Finding> & Located<Kept> {
  const start = text.indexOf(old);
  const line = text.slice(0, start).split('\n').length;
  const column = start - text.lastIndexOf('\n', start) + (line === 1 ? 1 : 0);
  return {
    file: 'f',
    span: { start, end: start + old.length },
    start: { line, column },
    end: { line, column: column + old.length },
    rule: 'r',
    code: 'c',
    message: 'm',
    context: 'text',
    reason: 'why',
    old,
    severity: 'warning',
    applicability: 'safe',
    edits: [{ span: { start, end: start + 10 }, expected: 'k8s.gcr.io', text: 'registry.k8s.io' }],
  };
}

describe('settle', () => {
  const [a, b, c] = [mention('k8s.gcr.io/a'), mention('k8s.gcr.io/b'), mention('k8s.gcr.io/c')];
  const report: Report = {
    command: 'fix',
    filesScanned: 1,
    fixed: [a, c],
    findings: [b],
    kept: [b],
    problems: [],
  };
  const settled = settle(report, (_, number) => text.split('\n')[number - 1]);

  it('moves what is left to where it stands now', () => {
    for (const { span, start, end, old } of [...settled.report.findings, ...settled.report.kept]) {
      expect(after.slice(span.start, span.end)).toBe(old);
      expect(after.split('\n')[start.line - 1]?.slice(start.column - 1, end.column - 1)).toBe(old);
    }
  });

  it('gives lines as they are now', () => {
    expect([1, 2, 3].map((number) => settled.line('f', number))).toEqual(after.split('\n').slice(0, 3));
    expect(settled.line('f', 9)).toBeUndefined();
  });

  it('gives a line to the edit that stands on it, where a name is written on two', () => {
    const values = 'registry: us.gcr.io\nrepository: k8s-artifacts-prod/pause\n';
    const edit = (expected: string, text: string) => {
      const start = values.indexOf(expected);
      return { span: { start, end: start + expected.length }, expected, text };
    };
    const edits = [edit('us.gcr.io', 'registry.k8s.io'), edit('k8s-artifacts-prod/', '')];
    const joined = { ...a, span: { start: 32, end: 56 }, start: { line: 2, column: 13 }, edits };
    const { line } = settle(
      { ...report, fixed: [joined], findings: [], kept: [] },
      (_, number) => values.split('\n')[number - 1],
    );
    expect(line('f', 2)).toBe('repository: pause');
  });

  it('leaves what was fixed where it was found', () => {
    expect(settled.report.fixed).toEqual([a, c]);
  });
});
