import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { folderWith, pod, runIn } from './run-in.ts';

const OLD = 'k8s.gcr.io/pause:3.1';
const suppressed = pod(`${OLD} # regmigrate-ignore[k8s-gcr-io]: nodes without a network`, OLD);

it('a suppressed reference stays, with its reason in the report', async () => {
  const folder = folderWith({ 'a.yaml': suppressed });
  const { stdout, code } = await runIn(folder, ['fix', '--format=json']);
  const report = JSON.parse(stdout) as { fixed: unknown[]; kept: unknown[] };
  expect([code, report.fixed.length]).toEqual([0, 1]);
  expect(report.kept).toMatchObject([{ context: 'suppressed', reason: 'nodes without a network' }]);
  expect(readFileSync(join(folder, 'a.yaml'), 'utf8')).toBe(
    suppressed.replace(new RegExp(`${OLD}\n$`), 'registry.k8s.io/pause:3.1\n'),
  );
});

it('--no-suppressions heeds none', async () => {
  const { stdout } = await runIn(folderWith({ 'a.yaml': suppressed }), [
    'lint',
    '--format=concise',
    '--no-suppressions',
  ]);
  expect(stdout.match(/safe/g)?.length).toBeGreaterThanOrEqual(2);
});

it.each([
  '# regmigrate-disable[k8s-staging',
  '# regmigrate-ignore k8s-staging: why',
  '\n'.repeat(10) + '# regmigrate-ignore-file',
])('one with a slip suppresses nothing, and says so: %s', async (slip) => {
  const folder = folderWith({ 'a.yaml': `${slip}\n${pod(OLD)}` });
  const { stdout } = await runIn(folder, ['lint', '--format=json']);
  expect(JSON.parse(stdout)).toMatchObject({
    findings: [{ old: OLD }],
    hints: [{ code: 'unused-suppression', message: expect.not.stringMatching(/take it away/) }],
  });
});

it('many of them take no longer than the files are long', async () => {
  const folder = folderWith({
    'a.yaml': `image: ${OLD} # regmigrate-ignore: a${' '.repeat(200_000)}b\n`,
    'b.yaml': `# regmigrate-disable\n# regmigrate-enable\n- image: ${OLD}\n`.repeat(10_000),
    'c.yaml': `- image: ${OLD} # regmigrate-ignore\n`.repeat(20_000),
    'd.md': `${'`'.repeat(20_000)}${'x\n'.repeat(100_000)}<!-- regmigrate-ignore -->${OLD}\n`,
  });
  const begin = performance.now();
  await runIn(folder, ['lint', '--quiet']);
  expect(performance.now() - begin).toBeLessThan(20_000);
}, 30_000);

it('an unused one is a hint, and a problem where that is asked for', async () => {
  const text = `# regmigrate-ignore[k8s-staging]\n${pod('registry.k8s.io/pause:3.1')}`;
  const folder = folderWith({
    'a.yaml': text,
    'b.yaml': `# regmigrate-ignore\nimage: ${'k8s.gcr.io/x'}.tar\n`,
  });
  expect(await runIn(folder, ['lint'])).toMatchObject({ code: 0 });
  const strict = await runIn(folder, ['lint', '--report-unused-suppressions']);
  expect(strict.code).toBe(1);
  expect(strict.stdout).toMatch(/a\.yaml:1:1 nothing is suppressed here for k8s-staging; take it away/);
});
