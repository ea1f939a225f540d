import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { gitFolder } from './git-folder.ts';
import { pod, runIn } from './run-in.ts';

const old = pod('k8s.gcr.io/pause:3.1');

it('judges the files that differ from the last commit, and only these', async () => {
  const folder = gitFolder({ 'a.yaml': old, 'b.yaml': old });
  writeFileSync(join(folder, 'b.yaml'), `${old}# changed\n`);
  const { stdout } = await runIn(folder, ['lint', '--changed', '--format=concise']);
  expect(stdout).toMatch(/^b\.yaml:/);
  expect(stdout).not.toContain('a.yaml');
});

it('is clean where nothing has changed, though the tree is not', async () => {
  const folder = gitFolder({ 'a.yaml': old });
  expect(await runIn(folder, ['fix', '--changed=HEAD', '.'])).toMatchObject({ code: 0 });
  expect((await runIn(folder, ['lint', '.'])).code).toBe(1);
});

it('leaves what hangs together with a file that has not changed, and names it', async () => {
  const folder = gitFolder({
    'base/kustomization.yaml': 'resources: [pod.yaml]\n',
    'base/pod.yaml': pod('k8s.gcr.io/pause'),
    'prod/kustomization.yaml': 'resources: [../base]\n',
  });
  const overlay = 'resources: [../base]\nimages: [{ name: k8s.gcr.io/pause, newTag: "3.2" }]\n';
  writeFileSync(join(folder, 'prod/kustomization.yaml'), overlay);
  const { code, stdout } = await runIn(folder, ['fix', '--unsafe-fixes', '--changed', '--format=json']);
  expect(code).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({
    findings: [{ applicability: 'manual', reason: expect.stringContaining('base/pod.yaml') as string }],
  });
});

it.each([
  [['lint', '--changed='], 'takes no value'],
  [['lint', '--changed=no-such'], 'Git does not know the revision "no-such"'],
  [['undo', '--changed'], 'does not belong to undo'],
])('refuses %j', async (argv, message) => {
  const { code, stderr } = await runIn(gitFolder({ 'a.yaml': old }), argv);
  expect(code).toBe(2);
  expect(stderr).toContain(message);
});
