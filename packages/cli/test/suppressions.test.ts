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
