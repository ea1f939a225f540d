import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { applyPlan } from '../src/apply-plan.ts';
import { planFixes } from '../src/plan-fixes.ts';
import { undo } from '../src/undo.ts';
import { analyzed } from './analyzed.ts';
import { tree } from './tree.ts';

test('writes the safe fixes, and undoes them', async () => {
  const cwd = tree({ 'work/a.yaml': 'image: old.io/x\r\nimage: maybe.io/y' });
  const env = { XDG_STATE_HOME: join(cwd, 'state') };
  const work = join(cwd, 'work');
  const plan = planFixes(await analyzed(work, 'a.yaml'), { unsafe: false });
  const result = await applyPlan(plan, { cwd: work, env });
  expect(result).toMatchObject({ written: [{ path: 'a.yaml' }], problems: [], interrupted: false });
  expect(readFileSync(join(work, 'a.yaml'), 'utf8')).toBe('image: new.example.io/x\r\nimage: maybe.io/y');
  expect(await undo({ cwd: work, env })).toEqual({ restored: ['a.yaml'], problems: [] });
  expect(readFileSync(join(work, 'a.yaml'), 'utf8')).toBe('image: old.io/x\r\nimage: maybe.io/y');
});
