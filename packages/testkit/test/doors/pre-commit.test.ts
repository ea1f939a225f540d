import { cpSync, existsSync, readFileSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { runStep } from '../../../action/test/run-step.ts';
import { needsTool } from '../../src/index.ts';
import { blocksOf } from './hook-page.ts';
import { HookWorld, pod, read, write } from './hook-world.ts';

const old = 'k8s.gcr.io/pause:3.1';
const moved = 'registry.k8s.io/pause:3.1';

const fixtures = new URL('../../../../fixtures/', import.meta.url);

/** File, span, rule and verdict of each finding of a JSON report, and of what is kept. */
function toldIn(report: string): readonly string[] {
  type Told = Readonly<
    Record<'file' | 'line' | 'column' | 'endLine' | 'endColumn' | 'rule' | 'applicability', string>
  >;
  const { findings, kept } = JSON.parse(report) as { findings: readonly Told[]; kept: readonly Told[] };
  return [...findings, ...kept]
    .map(({ file, line, column, endLine, endColumn, rule, applicability }) =>
      [file, line, column, endLine, endColumn, rule, applicability].join(' '),
    )
    .sort();
}

// Each test starts several programs.
vi.setConfig({ testTimeout: 60_000 });

needsTool('pre-commit')('with real pre-commit', () => {
  const world = new HookWorld();
  let source: string;
  /** The page's configuration, pinned by the page's command. */
  let config: string;
  let count = 0;

  // Once for all: the hook's environment is built from this repository.
  beforeAll(async () => {
    source = await world.source();
    const [yaml = '', install = ''] = blocksOf('pre-commit', source);
    const first = await world.project('first', { '.pre-commit-config.yaml': yaml });
    await world.must(first, 'bash', '-e', '-c', install);
    config = read(first, '.pre-commit-config.yaml');
    await world.must(first, 'pre-commit', 'install-hooks');
  }, 300_000);
  afterAll(() => world.remove());

  async function project(files: Readonly<Record<string, string>>, hooks = config): Promise<string> {
    const folder = await world.project(`project-${count++}`, { '.pre-commit-config.yaml': hooks, ...files });
    await world.must(folder, 'pre-commit', 'install');
    return folder;
  }
  const git = (folder: string, ...args: readonly string[]) => world.run(folder, 'git', ...args);
  const lintOnly = () => config.replace('regmigrate-fix', 'regmigrate');

  it('takes the manifest', async () => {
    await world.must(source, 'pre-commit', 'validate-manifest', '.pre-commit-hooks.yaml');
  });

  it('pins what the page leaves open', async () => {
    const head = await world.must(source, 'git', 'rev-parse', 'HEAD');
    expect(config).toContain(`rev: ${head.trim()}`);
  });

  it('stops the commit, rewrites, and lets the second one pass', async () => {
    const folder = await project({});
    write(folder, { 'a.yaml': pod(old) });
    await git(folder, 'add', 'a.yaml');
    const { code, said } = await git(folder, 'commit', '-m', 'a');
    expect(code).toBe(1);
    expect(said).toContain(`${old} → ${moved}`);
    expect(read(folder, 'a.yaml')).toBe(pod(moved));
    expect(existsSync(join(folder, '.git/regmigrate'))).toBe(true);
    await git(folder, 'add', 'a.yaml');
    expect(await git(folder, 'commit', '-m', 'a')).toMatchObject({ code: 0 });
  });

  it('lints and writes nothing with the other hook, and judges only what is staged', async () => {
    const folder = await project({ 'old.yaml': pod(old), 'clean.yaml': pod(moved) }, lintOnly());
    write(folder, { 'old.yaml': pod(old, { below: 'Never' }), 'clean.yaml': pod(moved, { below: 'Never' }) });
    await git(folder, 'add', 'clean.yaml');
    expect(await git(folder, 'commit', '-m', 'clean')).toMatchObject({ code: 0 });
    await git(folder, 'add', 'old.yaml');
    const { code, said } = await git(folder, 'commit', '-m', 'old');
    expect(code).toBe(1);
    expect(said).toContain('old.yaml');
    expect(read(folder, 'old.yaml')).toBe(pod(old, { below: 'Never' }));
  });

  it('keeps what is not staged of a file that it rewrites', async () => {
    const folder = await project({ 'a.yaml': pod('nginx') });
    write(folder, { 'a.yaml': pod(old) });
    await git(folder, 'add', 'a.yaml');
    write(folder, { 'a.yaml': pod(old, { below: 'Never' }) });
    expect(await git(folder, 'commit', '-m', 'a')).toMatchObject({ code: 1 });
    expect(read(folder, 'a.yaml')).toBe(pod(moved, { below: 'Never' }));
  });

  it('rewrites nothing where that would meet what is not staged', async () => {
    const folder = await project({ 'a.yaml': pod('nginx') });
    write(folder, { 'a.yaml': pod(old) });
    await git(folder, 'add', 'a.yaml');
    const unstaged = pod(`${old}0`);
    write(folder, { 'a.yaml': unstaged });
    const { code, said } = await git(folder, 'commit', '-m', 'a');
    expect(code).toBe(1);
    expect(said).toContain('Rolling back fixes');
    expect(read(folder, 'a.yaml')).toBe(unstaged);
    expect((await git(folder, 'show', ':a.yaml')).said).toBe(pod(old));
  });

  it.each([
    ['all changes', ['commit', '-a', '-m', 'a']],
    ['one path', ['commit', '-m', 'a', 'a.yaml']],
  ])('works where Git has an index of its own for a commit of %s', async (_, args) => {
    const folder = await project({ 'a.yaml': pod('nginx'), 'other.yaml': pod('nginx') });
    write(folder, { 'a.yaml': pod(old), 'other.yaml': pod('nginx', { below: 'Never' }) });
    await git(folder, 'add', 'other.yaml');
    expect(await git(folder, ...args)).toMatchObject({ code: 1 });
    expect(read(folder, 'a.yaml')).toBe(pod(moved));
    expect(await git(folder, ...args)).toMatchObject({ code: 0 });
    expect((await git(folder, 'show', 'HEAD:a.yaml')).said).toBe(pod(moved));
  });

  it('works in a linked work tree, and takes its rewrites back there', async () => {
    const main = await project({ 'a.yaml': pod('nginx') });
    const linked = `${main}-linked`;
    await git(main, 'worktree', 'add', '-q', linked);
    write(linked, { 'a.yaml': pod(old) });
    expect(await git(linked, 'commit', '-a', '-m', 'a')).toMatchObject({ code: 1 });
    expect(read(linked, 'a.yaml')).toBe(pod(moved));
    expect(read(main, 'a.yaml')).toBe(pod('nginx'));
    await world.must(linked, command(), 'undo');
    expect(read(linked, 'a.yaml')).toBe(pod(old));
  });

  it('breaks no pair of which one half is staged, and names the other', async () => {
    const overlay = 'resources: [../base]\nimages:\n  - { name: k8s.gcr.io/pause, newTag: "3.2" }\n';
    const files = {
      'base/kustomization.yaml': 'resources: [pod.yaml]\n',
      'base/pod.yaml': pod('nginx'),
      'prod/kustomization.yaml': overlay,
    };
    for (const hooks of [config, lintOnly()]) {
      const folder = await project(files, hooks);
      write(folder, { 'base/pod.yaml': pod(old) });
      await git(folder, 'add', 'base/pod.yaml');
      const { code, said } = await git(folder, 'commit', '-m', 'base');
      expect(code).toBe(1);
      expect(said).toContain('prod/kustomization.yaml');
      expect(read(folder, 'base/pod.yaml')).toBe(pod(old));
      expect(read(folder, 'prod/kustomization.yaml')).toBe(overlay);
    }
  });

  it('takes odd names, links and deletions', async () => {
    const folder = await project({ 'gone.yaml': pod(old) });
    const names = ['-rf.yaml', 'a b.yaml', 'new\nline.yaml', '$(x) "q".yaml', '*.yaml'];
    write(folder, Object.fromEntries(names.map((name) => [name, pod(old)])));
    symlinkSync('a b.yaml', join(folder, 'link.yaml'));
    await git(folder, 'rm', '-q', 'gone.yaml');
    await git(folder, 'add', '-A');
    const { code, said } = await git(folder, 'commit', '-m', 'odd');
    expect(code).toBe(1);
    expect(said).toContain(`Rewrote ${names.length} references in ${names.length} files`);
    for (const name of names) expect(read(folder, name)).toBe(pod(moved));
    await git(folder, 'add', '-A');
    expect(await git(folder, 'commit', '-m', 'odd')).toMatchObject({ code: 0 });
  });

  it('judges files and no messages, whatever kinds of hooks are installed', async () => {
    const folder = await project({});
    await world.must(folder, 'pre-commit', 'install', '-t', 'commit-msg', '-t', 'prepare-commit-msg');
    write(folder, { 'a.yaml': pod(moved) });
    await git(folder, 'add', 'a.yaml');
    const message = `move off ${old}`;
    expect(await git(folder, 'commit', '-m', message)).toMatchObject({ code: 0 });
    expect((await git(folder, 'log', '-1', '--format=%s')).said.trim()).toBe(message);
  });

  it('judges what a merge brings', async () => {
    const folder = await project({ 'a.yaml': pod('nginx') });
    await world.must(folder, 'pre-commit', 'install', '-t', 'pre-merge-commit');
    await git(folder, 'checkout', '-q', '-b', 'topic');
    write(folder, { 'b.yaml': pod(old) });
    await git(folder, 'add', 'b.yaml');
    await git(folder, 'commit', '-q', '--no-verify', '-m', 'b');
    await git(folder, 'checkout', '-q', '-');
    expect(await git(folder, 'merge', '--no-ff', '-m', 'merge', 'topic')).toMatchObject({ code: 1 });
    expect(read(folder, 'b.yaml')).toBe(pod(moved));
    await git(folder, 'add', 'b.yaml');
    expect(await git(folder, 'commit', '--no-edit')).toMatchObject({ code: 0 });
    expect((await git(folder, 'show', 'HEAD:b.yaml')).said).toBe(pod(moved));
  });

  it('heeds what the project leaves out', async () => {
    const folder = await project({ '.regmigrateignore': 'third_party/\n' });
    write(folder, { 'third_party/a.yaml': pod(old) });
    await git(folder, 'add', '-A');
    expect(await git(folder, 'commit', '-m', 'a')).toMatchObject({ code: 0 });
    expect(read(folder, 'third_party/a.yaml')).toBe(pod(old));
  });

  it('takes options as the page has them', async () => {
    const block = blocksOf('pre-commit', source)[3] ?? '';
    expect(block).toContain('args:');
    const [pin = ''] = /rev: \S+/.exec(config) ?? [];
    const folder = await project({}, block.replace(/rev: \S+/, pin));
    write(folder, { '-x.yaml': `# was ${old}\nimage: ${old}\n` });
    await git(folder, 'add', '-A');
    const { code, said } = await git(folder, 'commit', '-m', 'a');
    expect(code).toBe(1);
    expect(said).toMatch(/^-x\.yaml:2:8: /m);
    expect(read(folder, '-x.yaml')).toBe(`# was ${moved}\nimage: ${moved}\n`);
  });

  it('finds in one tree what the command and the Action find', async () => {
    const report = join(world.folder, 'report.json');
    const args = `        args: [--format=json, "--output-file=${report}", --]\n`;
    const folder = await project({}, `${lintOnly().trimEnd()}\n${args}`);
    for (const name of [
      'chart-joins',
      'deployed-kustomizations',
      'flux-automation',
      'kustomize-chain',
      'releases',
    ])
      cpSync(fileURLToPath(new URL(`trees/${name}/input`, fixtures)), join(folder, name), {
        recursive: true,
      });
    write(folder, {
      Dockerfile: `FROM ${old}\n`,
      'README.md': `Use ${old}.\n`,
      'bin/run.sh': `docker run ${old}\n`,
    });
    await git(folder, 'add', '-A');
    expect(await git(folder, 'commit', '-m', 'a')).toMatchObject({ code: 1 });
    const byHook = toldIn(readFileSync(report, 'utf8'));

    const files = (await world.must(folder, 'git', 'ls-files', '-z'))
      .split('\0')
      .filter((name) => name !== '');
    const named = await world.run(folder, command(), 'lint', '--format=json', '--', ...files);
    const whole = await world.run(folder, command(), 'lint', '--format=json', '.');
    const dist = join(world.folder, 'action');
    await world.must(
      folder,
      process.execPath,
      fileURLToPath(new URL('../../../action/build.mjs', import.meta.url)),
      dist,
    );
    const event = { name: 'push', payload: {} };
    const { outputs } = await runStep({ main: join(dist, 'main.js'), workspace: folder, event });
    const byAction = toldIn(readFileSync(outputs['report'] ?? '', 'utf8'));

    expect(byHook.length).toBeGreaterThan(60);
    expect(toldIn(named.said)).toEqual(byHook);
    expect(toldIn(whole.said)).toEqual(byHook);
    expect(byAction).toEqual(byHook);
  });

  it('moves no set that pre-commit has spread over several processes', async () => {
    const filler = [...Array(700).keys()].map((n) => [`m/${'x'.repeat(200)}${n}.yaml`, 'a: 1\n'] as const);
    const files = {
      ...Object.fromEntries(filler),
      'base/kustomization.yaml': 'resources: [pod.yaml]\n',
      'base/pod.yaml': pod(old),
      'prod/kustomization.yaml': `resources: [../base]\nimages: [{ name: k8s.gcr.io/pause, newTag: "3.2" }]\n`,
    };
    const folder = await project({});
    write(folder, files);
    await git(folder, 'add', '-A');
    const { code, said } = await git(folder, 'commit', '-m', 'many');
    expect(code).toBe(1);
    expect(said.match(/files? searched/g)?.length).toBeGreaterThan(1);
    for (const name of ['base/pod.yaml', 'prod/kustomization.yaml']) {
      expect(said).toContain(name);
      expect(read(folder, name)).toBe(files[name as keyof typeof files]);
    }
    await world.must(folder, command(), 'fix', 'base', 'prod');
    expect(read(folder, 'base/pod.yaml')).toBe(pod(moved));
  });

  // Before 4.7 it took what `npm pack` says for the name of the tarball.
  it('can be packed as pre-commit did before', async () => {
    const said = await world.must(source, 'bash', '-e', '-c', 'npm pack 2>/dev/null');
    expect(said).toMatch(/^regmigrate-monorepo-[\d.]+\.tgz\n$/);
    const prefix = join(world.folder, 'global');
    await world.must(source, 'npm', 'install', '-g', '--prefix', prefix, join(source, said.trim()));
    expect(await world.must(source, join(prefix, 'bin/regmigrate'), '--version')).toMatch(/^\d+\./);
  }, 300_000);

  it('can be tried without a configuration', async () => {
    const folder = await world.project('try', { 'a.yaml': pod(old) });
    const { code, said } = await world.run(
      folder,
      'bash',
      '-e',
      '-c',
      blocksOf('pre-commit', source)[2] ?? '',
    );
    expect(code).toBe(1);
    expect(said).toContain(`${old} → ${moved}`);
    expect(read(folder, 'a.yaml')).toBe(pod(old));
  }, 300_000);

  /** The command in the environment that pre-commit has made. */
  function command(): string {
    const home = join(world.folder, 'pre-commit');
    const found = readdirSync(home)
      .map((name) => join(home, name, 'node_env-system/bin/regmigrate'))
      .find((path) => existsSync(path));
    return found ?? '';
  }
});
