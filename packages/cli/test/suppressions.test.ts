import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
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

describe('fix --remove-unused-suppressions', () => {
  const remove = ['fix', '--remove-unused-suppressions'];
  const texts: readonly (readonly [string, string, string])[] = [
    ['alone on a line', '# regmigrate-ignore: why\nimage: nginx\n', 'image: nginx\n'],
    ['indented, with other line ends', 'a:\r\n  # regmigrate-ignore\r\n  b: c\r\n', 'a:\r\n  b: c\r\n'],
    ['behind something', 'image: nginx  # regmigrate-ignore: why\n', 'image: nginx\n'],
    ['on the last line', 'a: b\n# regmigrate-disable', 'a: b\n'],
    ['behind a byte order mark', '\uFEFF# regmigrate-ignore-file\na: b\n', '\uFEFFa: b\n'],
    ['before something', '/* regmigrate-ignore */ const a = 1;\n', '/* regmigrate-ignore */ const a = 1;\n'],
  ];
  it.each(texts)('takes away one %s', async (_, before, after) => {
    const name = before.startsWith('/*') ? 'a.js' : 'a.yaml';
    const folder = folderWith({ [name]: before });
    await runIn(folder, remove);
    expect(readFileSync(join(folder, name), 'utf8')).toBe(after);
    if (before !== after) await runIn(folder, ['undo']);
    expect(readFileSync(join(folder, name), 'utf8')).toBe(before);
  });

  it('leaves the ones that are used, moves what is to be moved, and tells where the rest stands then', async () => {
    const text = `# regmigrate-ignore: unused\na: b\nimage: ${OLD} # regmigrate-ignore: used\n# was ${OLD}\nother: ${OLD}\n`;
    const folder = folderWith({ 'a.yaml': text });
    const { stdout, code } = await runIn(folder, [...remove, '--format=json']);
    expect(readFileSync(join(folder, 'a.yaml'), 'utf8')).toBe(
      `a: b\nimage: ${OLD} # regmigrate-ignore: used\n# was ${OLD}\nother: registry.k8s.io/pause:3.1\n`,
    );
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      findings: [{ line: 3, column: 7 }],
      kept: [{ line: 2 }],
      companions: [{ kind: 'unused-suppression', line: 1, old: '# regmigrate-ignore: unused', new: '' }],
      problems: [],
    });
    const pretty = await runIn(folderWith({ 'a.yaml': text }), remove);
    expect(pretty.stdout).toContain(`3 │ # was ${OLD}`);
  });

  it('is a patch with --diff, and a no-op the second time', async () => {
    const folder = folderWith({ 'a.yaml': 'a: b\n# regmigrate-ignore\nc: d\n' });
    const { stdout } = await runIn(folder, [...remove, '--diff']);
    expect(stdout).toContain('@@ -1,3 +1,2 @@\n a: b\n-# regmigrate-ignore\n c: d\n');
    expect(await runIn(folder, remove)).toMatchObject({ code: 0 });
    const again = await runIn(folder, remove);
    expect(again).toMatchObject({ code: 0 });
    expect(again.stdout).not.toContain('is gone');
  });
});
