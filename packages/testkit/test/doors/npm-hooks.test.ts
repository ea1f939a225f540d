import { cpSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { blocksOf } from './hook-page.ts';
import { HookWorld, pod, read, write } from './hook-world.ts';

const old = 'k8s.gcr.io/pause:3.1';
const moved = 'registry.k8s.io/pause:3.1';
const overlay = 'resources: [../base]\nimages:\n  - { name: k8s.gcr.io/pause, newTag: "3.2" }\n';

// Each test starts several programs.
vi.setConfig({ testTimeout: 60_000 });

const world = new HookWorld();
/** A project in which npm has installed this repository. */
let project: string;

beforeAll(async () => {
  const source = await world.source();
  project = await world.project('project', {
    'package.json': '{ "name": "project", "private": true }\n',
    '.gitignore': 'node_modules/\n',
    'a.yaml': pod('nginx'),
    'base/kustomization.yaml': 'resources: [pod.yaml]\n',
    'base/pod.yaml': pod('nginx'),
    'prod/kustomization.yaml': overlay,
  });
  for (const block of blocksOf('The command in a project with npm', source))
    await world.must(project, 'bash', '-e', '-c', block);
}, 300_000);
afterAll(() => world.remove());

const git = (folder: string, ...args: readonly string[]) => world.run(folder, 'git', ...args);

/** Does what a section of the page says: the file that it shows, then its commands. */
async function install(section: string, file: string): Promise<string> {
  const folder = join(world.folder, section.split(' ')[0] ?? '');
  cpSync(project, folder, { recursive: true, verbatimSymlinks: true });
  const [text = '', commands = ''] = blocksOf(section, '');
  write(folder, { [file]: text });
  await world.must(folder, 'bash', '-e', '-c', commands);
  await world.must(folder, 'git', 'add', '-A');
  await world.must(folder, 'git', 'commit', '-q', '--no-verify', '-m', 'hooks');
  return folder;
}

it('puts the command into the project', async () => {
  expect(await world.must(project, 'npx', '--no-install', 'regmigrate', '--version')).toMatch(/^\d+\./);
});

describe.each([
  ['husky and lint-staged', '.lintstagedrc.json', old],
  ['lefthook', 'lefthook.yml', moved],
])('%s', (section, file, afterwards) => {
  let folder: string;
  beforeAll(async () => {
    folder = await install(section, file);
  }, 300_000);

  it('commits what was rewritten, odd names too', async () => {
    const names = ['odd/-rf.yaml', '-rf.yaml', 'odd/a b.yaml', 'odd/$(x) "q".yaml', "odd/it's.yaml"];
    write(folder, Object.fromEntries(names.map((name) => [name, pod(old)])));
    symlinkSync('a b.yaml', join(folder, 'odd/link.yaml'));
    await git(folder, 'add', '-A');
    expect(await git(folder, 'commit', '-m', 'odd')).toMatchObject({ code: 0 });
    for (const name of names) expect((await git(folder, 'show', `HEAD:${name}`)).said).toBe(pod(moved));
    expect((await git(folder, 'status', '--porcelain')).said).toBe('');
  });

  it('judges only what is staged', async () => {
    write(folder, { 'unstaged.yaml': pod(old), 'staged.yaml': pod('nginx') });
    symlinkSync('unstaged.yaml', join(folder, 'link-to-unstaged.yaml'));
    await git(folder, 'add', 'staged.yaml', 'link-to-unstaged.yaml');
    expect(await git(folder, 'commit', '-m', 'staged')).toMatchObject({ code: 0 });
    expect(read(folder, 'unstaged.yaml')).toBe(pod(old));
  });

  it('keeps what is not staged of a file that it rewrites', async () => {
    write(folder, { 'part.yaml': pod('nginx') });
    await git(folder, 'add', 'part.yaml');
    expect(await git(folder, 'commit', '-m', 'part')).toMatchObject({ code: 0 });
    write(folder, { 'part.yaml': pod(old) });
    await git(folder, 'add', 'part.yaml');
    write(folder, { 'part.yaml': pod(old, { below: 'Never' }) });
    const { code } = await git(folder, 'commit', '-m', 'part');
    expect(code).toBe(0);
    expect((await git(folder, 'show', 'HEAD:part.yaml')).said).toBe(pod(moved));
    expect(read(folder, 'part.yaml')).toBe(pod(moved, { below: 'Never' }));
  });

  it('loses nothing where a rewrite meets what is not staged', async () => {
    write(folder, { 'meet.yaml': pod('nginx') });
    await git(folder, 'add', 'meet.yaml');
    expect(await git(folder, 'commit', '-m', 'meet')).toMatchObject({ code: 0 });
    write(folder, { 'meet.yaml': pod(old) });
    await git(folder, 'add', 'meet.yaml');
    const unstaged = pod(`${old}0`);
    write(folder, { 'meet.yaml': unstaged });
    expect(await git(folder, 'commit', '-m', 'meet')).toMatchObject({ code: 1 });
    expect(read(folder, 'meet.yaml')).toBe(unstaged);
    expect((await git(folder, 'show', ':meet.yaml')).said).toBe(pod(old));
    await git(folder, 'reset', '-q', '--hard');
  });

  it('judges no submodule', async () => {
    const part = await world.project(`part-of-${file}`, { 'a.yaml': pod(old) });
    await git(folder, '-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', part, 'part');
    expect(await git(folder, 'commit', '-m', 'part')).toMatchObject({ code: 0 });
    expect(read(folder, 'part/a.yaml')).toBe(pod(old));
  });

  it('keeps what is not staged of a commit with --amend', async () => {
    write(folder, { 'amend.yaml': pod(old), 'a.yaml': pod('nginx', { below: 'Never' }) });
    await git(folder, 'add', 'amend.yaml');
    expect(await git(folder, 'commit', '--amend', '--no-edit')).toMatchObject({ code: 0 });
    expect((await git(folder, 'show', 'HEAD:amend.yaml')).said).toBe(pod(moved));
    expect((await git(folder, 'status', '--porcelain', 'a.yaml')).said).toBe(' M a.yaml\n');
    await git(folder, 'checkout', '-q', 'a.yaml');
  });

  it('breaks no pair of which one half is staged, and names the other', async () => {
    write(folder, { 'base/pod.yaml': pod(old), 'free.yaml': pod(old) });
    await git(folder, 'add', 'base/pod.yaml', 'free.yaml');
    const { code, said } = await git(folder, 'commit', '-m', 'base');
    expect(code).toBe(1);
    expect(said).toContain('prod/kustomization.yaml');
    expect(read(folder, 'base/pod.yaml')).toBe(pod(old));
    expect(read(folder, 'prod/kustomization.yaml')).toBe(overlay);
    // What was safe beside it is taken back, or stays to be staged, as the page says.
    expect(read(folder, 'free.yaml')).toBe(pod(afterwards));
  });
});
