import { readFileSync } from 'node:fs';
import type * as promises from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { applyPlan } from '../src/apply-plan.ts';
import { planFixes } from '../src/plan-fixes.ts';
import { analyzed } from './analyzed.ts';
import { tree } from './tree.ts';

// A disk that does not give back what was written.
vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof promises>();
  return {
    ...real,
    readFile: async (path: string) => {
      const bytes = await real.readFile(path);
      return path.endsWith('bad') ? Buffer.from('spoiled') : bytes;
    },
  };
});

test('what does not read back as written is restored', async () => {
  const cwd = tree({ bad: 'old.io', good: 'old.io' });
  const plan = planFixes(await analyzed(cwd, 'bad', 'good'), { unsafe: false });
  const { written, problems } = await applyPlan(plan, { cwd, env: { XDG_STATE_HOME: join(cwd, 'state') } });
  expect(problems).toMatchObject([{ file: 'bad', code: 'verify-failed' }]);
  expect(written).toMatchObject([{ path: 'good' }]);
  expect(readFileSync(join(cwd, 'bad'), 'utf8')).toBe('old.io');
});
