import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { beforeAll, expect, test } from 'vitest';
import { applyPlan } from '../src/apply-plan.ts';
import { planFixes } from '../src/plan-fixes.ts';
import { undo } from '../src/undo.ts';
import { analyzed } from './analyzed.ts';
import { tree } from '../../scanner/test/tree.ts';

const before = `old.io${'\nline'.repeat(2000)}`;
const after = before.replace('old.io', 'new.example.io');
const names = Array.from({ length: 150 }, (_, index) => `f${String(index).padStart(3, '0')}`);

let script = '';

beforeAll(async () => {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('./fix-in-child.ts', import.meta.url))],
    bundle: true,
    format: 'esm',
    platform: 'node',
    conditions: ['@regmigrate/source'],
    external: ['@vscode/ripgrep'],
    write: false,
  });
  script = outputFiles[0]?.text ?? '';
});

/** Starts a fix in a process of its own and kills it when so many files are written. */
async function killedFix(cwd: string, state: string, dots: number): Promise<void> {
  const file = join(dirname(cwd), 'fix.mjs');
  writeFileSync(file, script);
  const child = spawn(process.execPath, [file, cwd, state], { stdio: ['ignore', 'pipe', 'inherit'] });
  let seen = 0;
  child.stdout.on('data', (chunk: Buffer) => {
    seen += chunk.length;
    if (seen >= dots) child.kill('SIGKILL');
  });
  await new Promise((done) => child.on('close', done));
}

function setUp(): { cwd: string; state: string; texts: () => string[]; temps: () => string[] } {
  const root = tree(Object.fromEntries(names.map((name) => [`work/${name}`, before])));
  const cwd = join(root, 'work');
  const texts = () => names.map((name) => readFileSync(join(cwd, name), 'utf8'));
  const temps = () => readdirSync(cwd).filter((name) => name.endsWith('.tmp'));
  return { cwd, state: join(root, 'state'), texts, temps };
}

test.each([1, 2, 13, 60, 140])('killed after %i files: all are whole, and undone', async (dots) => {
  const { cwd, state, texts, temps } = setUp();
  await killedFix(cwd, state, dots);
  for (const text of texts()) expect([before, after]).toContain(text);
  expect(texts().filter((text) => text === after).length).toBeGreaterThanOrEqual(1);
  const { problems } = await undo({ cwd, env: { XDG_STATE_HOME: state } });
  expect(problems).toEqual([]);
  expect(new Set(texts())).toEqual(new Set([before]));
  expect(temps()).toEqual([]);
});

test('the next fix removes what a killed one left, goes on, and both are undone together', async () => {
  const { cwd, state, texts, temps } = setUp();
  const env = { XDG_STATE_HOME: state };
  await killedFix(cwd, state, 20);
  const [record = ''] = readdirSync(join(state, 'regmigrate'));
  const { runs } = JSON.parse(readFileSync(join(state, 'regmigrate', record), 'utf8')) as {
    runs: { files: { temp: string }[] }[];
  };
  writeFileSync(join(cwd, runs[0]?.files[100]?.temp ?? ''), 'half of a file');
  writeFileSync(join(cwd, '.regmigrate-0000.tmp'), 'not ours');
  const plan = planFixes(await analyzed(cwd, ...names), { unsafe: false });
  expect((await applyPlan(plan, { cwd, env })).problems).toEqual([]);
  expect(temps()).toEqual(['.regmigrate-0000.tmp']);
  expect(new Set(texts())).toEqual(new Set([after]));
  await undo({ cwd, env });
  expect(new Set(texts())).toEqual(new Set([before]));
});

test('a fix with nothing left to do removes them too', async () => {
  const { cwd, state, temps } = setUp();
  const env = { XDG_STATE_HOME: state };
  await killedFix(cwd, state, 20);
  const [record = ''] = readdirSync(join(state, 'regmigrate'));
  const text = readFileSync(join(state, 'regmigrate', record), 'utf8');
  writeFileSync(join(cwd, /[.]regmigrate-[^"]*/.exec(text)?.[0] ?? ''), 'half of a file');
  expect(temps().length).toBeGreaterThan(0);
  await applyPlan({ files: [], problems: [] }, { cwd, env });
  expect(temps()).toEqual([]);
  expect((await undo({ cwd, env })).restored.length).toBeGreaterThanOrEqual(20);
});

test('the record is in the repository where there is one', async () => {
  const { cwd, state } = setUp();
  mkdirSync(join(cwd, '.git'));
  writeFileSync(join(cwd, '.git/HEAD'), 'ref: refs/heads/main\n');
  await killedFix(cwd, state, 1);
  expect(existsSync(join(cwd, '.git/regmigrate/undo.json'))).toBe(true);
  expect(existsSync(state)).toBe(false);
});
