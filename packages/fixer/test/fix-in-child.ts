import { readdirSync } from 'node:fs';
import { applyPlan } from '../src/apply-plan.ts';
import { planFixes } from '../src/plan-fixes.ts';
import { analyzed } from './analyzed.ts';

// Fixes all files of a folder, and prints a dot for each: something that a test can kill.
const [, , cwd = '', state = ''] = process.argv;
const plan = planFixes(await analyzed(cwd, ...readdirSync(cwd).filter((name) => name.startsWith('f'))), {
  unsafe: false,
});
await applyPlan(plan, { cwd, env: { XDG_STATE_HOME: state }, onProgress: () => process.stdout.write('.') });
