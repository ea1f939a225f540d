import { expect, it } from 'vitest';
import type { Finding } from '../src/command/report.ts';
import { commentBody } from '../src/review/comment-body.ts';

it('is never longer than GitHub takes, whatever grows when it is escaped', () => {
  const name = '@'.repeat(1000);
  const finding: Finding = {
    file: 'a.yaml',
    line: 1,
    column: 1,
    message: name,
    applicability: 'safe',
    reason: null,
    old: name,
    new: name,
    together: null,
    edits: [],
  };
  const body = commentBody(
    Array.from({ length: 12 }, () => finding),
    'x'.repeat(10_000),
  );
  expect(body.length).toBeLessThan(65_000);
  expect(body).toContain('9 more references');
});
