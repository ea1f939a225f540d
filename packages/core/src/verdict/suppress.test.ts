import { describe, expect, it } from 'vitest';
import type { Finding } from '../model/finding.ts';
import type { Suppression } from '../model/suppression.ts';
import { suppress } from './suppress.ts';

const at = (start: number, rule = 'k8s-gcr-io'): Finding => ({
  file: 'a.yaml',
  span: { start, end: start + 5 },
  rule,
  code: 'moved',
  message: 'it moved',
  context: 'image-field',
  old: 'k8s.gcr.io/pause:3.1',
  new: 'registry.k8s.io/pause:3.1',
  severity: 'warning',
  applicability: 'safe',
  edits: [],
});

const comment = (start: number, end: number, more: Partial<Suppression> = {}): Suppression => ({
  span: { start, end: start + 1 },
  covers: { start, end },
  rules: [],
  ...more,
});

describe('suppress', () => {
  it('keeps what is covered, with the reason that was given', () => {
    const { mentions, problems } = suppress([at(10), at(30)], [comment(0, 20, { reason: 'airgapped' })]);
    expect(mentions[0]).toMatchObject({ context: 'suppressed', reason: 'airgapped', code: 'moved' });
    expect(mentions[0]).not.toHaveProperty('edits');
    expect(mentions[0]).not.toHaveProperty('new');
    expect(mentions[1]).toHaveProperty('edits');
    expect(problems).toEqual([]);
  });

  it.each([
    [['k8s-gcr-io'], true],
    [['k8s-gcr-io/moved'], true],
    [['other', 'k8s-gcr-io'], true],
    [['k8s-gcr-io/absent-tag'], false],
    [['other'], false],
  ])('by %j: %s', (rules, covered) => {
    const { mentions, problems } = suppress([at(10)], [comment(0, 20, { rules })]);
    expect(mentions[0]?.context).toBe(covered ? 'suppressed' : 'image-field');
    expect(problems.map(({ code }) => code)).toEqual(covered ? [] : ['unused-suppression']);
  });

  it('ends a range for the rules that are enabled again', () => {
    const range = comment(0, 100, { ends: [{ at: 20, rules: ['k8s-gcr-io'] }] });
    const { mentions } = suppress([at(10), at(30), at(40, 'k8s-staging')], [range]);
    expect(mentions.map(({ context }) => context)).toEqual(['suppressed', 'image-field', 'suppressed']);
  });

  it('tells the one that is not needed beside a nearer one', () => {
    const { problems } = suppress([at(10)], [comment(0, 100), comment(8, 20)]);
    expect(problems.map(({ span }) => span?.start)).toEqual([0]);
  });

  it('has nothing to do where something is kept already', () => {
    const { edits: _edits, ...rest } = at(10);
    const { problems } = suppress([{ ...rest, reason: 'a changelog' }], [comment(0, 20)]);
    expect(problems).toHaveLength(1);
  });

  it('tells of what is not understood', () => {
    const { mentions, problems } = suppress([at(10)], [comment(0, 0, { fault: 'a slip' })]);
    expect([mentions.length, problems.map(({ message }) => message)]).toEqual([1, ['a slip']]);
  });

  it('takes no longer than both lists are long', () => {
    const many = Array.from({ length: 20_000 }, (_, index) => index * 100);
    const ends = many.map((start) => ({ at: start + 50, rules: [] }));
    const ranges = many.map((start) => comment(start, 2_000_000, { ends }));
    const begin = performance.now();
    const { mentions, problems } = suppress(
      many.flatMap((start) => [at(start + 10), at(start + 60)]),
      ranges,
    );
    expect(performance.now() - begin).toBeLessThan(2000);
    expect(mentions.filter(({ context }) => context === 'suppressed')).toHaveLength(20_000);
    expect(problems).toEqual([]);
  });
});
