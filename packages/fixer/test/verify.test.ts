import type * as fs from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { applyPlan } from '../src/apply-plan.ts';
import { planFixes } from '../src/plan-fixes.ts';
import { analyzed } from './analyzed.ts';
import { tree } from '../../scanner/test/tree.ts';

// A disk that does not give back what was written.
vi.mock('node:fs', async (original) => {
  const real = await original<typeof fs>();
  return {
    ...real,
    readFileSync: (...args: Parameters<typeof fs.readFileSync>) => {
      const bytes = real.readFileSync(...args);
      return String(args[0]).endsWith('bad') ? Buffer.from('spoiled') : bytes;
    },
  };
});

test('what does not read back as written is restored', async () => {
  const cwd = tree({ bad: 'old.io', good: 'old.io' });
  const plan = planFixes(await analyzed(cwd, 'bad', 'good'), { unsafe: false });
  const { written, problems } = await applyPlan(plan, { cwd, env: { XDG_STATE_HOME: join(cwd, 'state') } });
  expect(problems).toMatchObject([{ file: 'bad', code: 'verify-failed' }]);
  expect(written).toMatchObject([{ path: 'good' }]);
  expect(await readFile(join(cwd, 'bad'), 'utf8')).toBe('old.io');
});
