import { readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith, pod, runIn } from './run-in.ts';

const OLD = 'k8s.gcr.io/pause:3.1';

interface Told {
  readonly findings: readonly {
    old: string;
    new: string;
    applicability: string;
    severity: string;
    file: string;
  }[];
  readonly kept: readonly { context: string; reason: string }[];
}

async function lint(files: Readonly<Record<string, string>>, ...argv: readonly string[]): Promise<Told> {
  const ran = await runIn(folderWith(files), ['lint', '--format=json', ...argv]);
  expect(ran.stderr).toBe('');
  return JSON.parse(ran.stdout) as Told;
}

describe('a configuration', () => {
  const files = {
    'a.yaml': pod(OLD, 'old.corp/team/x:1'),
    'docs/a.md': `Use ${OLD}.\n`,
    'skip/b.yaml': pod(OLD),
  };

  it('says what is searched, found, and done', async () => {
    const { findings } = await lint({
      ...files,
      '.regmigrate.yaml': [
        'rules: {k8s-gcr-io: error}',
        'contexts:',
        '  - {context: prose, paths: [docs/], verdict: safe}',
        'ignore: [skip]',
        'moves:',
        '  - {from: old.corp/team, to: new.corp, applicability: unsafe, reason: it was sold}',
      ].join('\n'),
    });
    expect(
      findings.map(({ file, new: next, applicability, severity }) => [file, next, applicability, severity]),
    ).toEqual([
      ['a.yaml', 'registry.k8s.io/pause:3.1', 'safe', 'error'],
      ['a.yaml', 'new.corp/x:1', 'unsafe', 'warning'],
      ['docs/a.md', 'registry.k8s.io/pause:3.1', 'safe', 'error'],
    ]);
  });

  it('is left alone with --no-config, and its ignores with --no-ignore', async () => {
    const config = { '.regmigrate.yaml': 'rules: {k8s-gcr-io: off}\nignore: [skip]\n' };
    expect((await lint({ ...files, ...config })).findings).toHaveLength(0);
    expect((await lint({ ...files, ...config }, '--no-config')).findings).toHaveLength(3);
    const ignoring = { '.regmigrate.yaml': 'ignore: [skip]\n' };
    expect((await lint({ ...files, ...ignoring })).findings).toHaveLength(2);
    expect((await lint({ ...files, ...ignoring }, '--no-ignore')).findings).toHaveLength(3);
  });

  it('tells of image fields, and takes off what nobody wants to hear of', async () => {
    const custom =
      'apiVersion: ci.example/v1\nkind: Runner\nmetadata: {name: r}\nspec: {boxes: [{at: k8s.gcr.io, of: pause, rev: "3.1"}]}\n';
    const { findings } = await lint({
      'a.yaml': custom,
      'b.md': `${OLD}\n`,
      '.regmigrate.yaml':
        'imageFields: [{kind: Runner, path: "spec.boxes[]", written: {registry: at, repository: of, tag: rev}}]\ncontexts: [{context: prose, verdict: off}]\n',
    });
    expect(findings).toMatchObject([{ file: 'a.yaml', applicability: 'safe', old: 'k8s.gcr.io' }]);
  });

  it('breaks no pair by what it promotes', async () => {
    const artifact = (image: string) =>
      `apiVersion: skaffold/v4beta6\nkind: Config\nbuild:\n  artifacts:\n    - image: ${image}\n`;
    const folder = folderWith({
      'a.yaml': pod(OLD),
      'skaffold.yaml': artifact('k8s.gcr.io/pause'),
      '.regmigrate.yaml': 'contexts: [{context: push-target, verdict: safe, reason: ours}]\n',
    });
    const texts = () => ['a.yaml', 'skaffold.yaml'].map((file) => readFileSync(join(folder, file), 'utf8'));
    const before = texts();
    await runIn(folder, ['fix', 'skaffold.yaml']);
    await runIn(folder, ['fix']);
    expect(texts()).toEqual(before);
    expect((await runIn(folder, ['fix', '--unsafe-fixes'])).code).toBe(0);
    expect(texts()).toEqual([pod('registry.k8s.io/pause:3.1'), artifact('registry.k8s.io/pause')]);
  });

  it('lists images of declared fields', async () => {
    const folder = folderWith({
      'a.yaml':
        'kind: Runner\napiVersion: a/v1\nspec:\n  use: app.corp/web\n  box: {at: b.corp, of: team/app, rev: "2"}\n',
      '.regmigrate.yaml':
        'imageFields:\n  - {path: spec.use}\n  - {path: spec.box, written: {registry: at, repository: of, tag: rev}}\n',
    });
    const { stdout } = await runIn(folder, ['images', '--format=plain']);
    expect(stdout.trim().split('\n').sort()).toEqual(['app.corp/web', 'b.corp/team/app:2']);
  });

  it('that is wrong ends the run with one sentence', async () => {
    const folder = folderWith({ '.regmigrate.yaml': 'ignroe: []\n' });
    for (const command of ['lint', 'fix', 'images'])
      expect(await runIn(folder, [command])).toEqual({
        code: 2,
        stdout: '',
        stderr: 'regmigrate: .regmigrate.yaml:1:1: there is no key "ignroe". Did you mean "ignore"?\n',
      });
    expect((await runIn(folder, ['lint', '--config=none.yaml'])).stderr).toBe(
      'regmigrate: There is no configuration none.yaml.\n',
    );
  });

  it('that is a program is not run where that is forbidden', async () => {
    const folder = folderWith({
      'regmigrate.config.mjs': 'export default { rules: { "k8s-gcr-io": "off" } };',
      'a.yaml': pod(OLD),
    });
    expect((await runIn(folder, ['lint'])).code).toBe(0);
    const refused = await runIn(folder, ['lint', '--no-config-code']);
    expect([refused.code, refused.stdout]).toEqual([2, '']);
    expect(refused.stderr).toMatch(/is a program, and --no-config-code forbids to run it/);
  });
});

describe('moves on the command line', () => {
  it.each([
    [['--map=old.corp=new.corp/a'], 'old.corp/x:1', 'new.corp/a/x:1'],
    [['--map=old.corp=b.corp', '--map=old.corp/x=c.corp/y'], 'old.corp/x:1', 'c.corp/y:1'],
    [['--to=mirror.corp/k8s'], OLD, 'mirror.corp/k8s/pause:3.1'],
    [['--to=mirror.corp/k8s', '--map=k8s.gcr.io/pause=own.corp/pause'], OLD, 'own.corp/pause:3.1'],
    [['--map=registry.k8s.io=mirror.corp'], OLD, 'mirror.corp/pause:3.1'],
    [['--to=mirror.corp', '--map=mirror.corp/pause=own.corp/pause'], OLD, 'own.corp/pause:3.1'],
    [['--map=docker.io=mirror.corp'], 'docker.io/nginx:1', 'mirror.corp/library/nginx:1'],
  ])('%j: %s → %s', async (argv, image, expected) => {
    const folder = folderWith({ 'a.yaml': pod(image) });
    expect((await runIn(folder, ['fix', ...argv])).code).toBe(0);
    expect(readFileSync(join(folder, 'a.yaml'), 'utf8')).toBe(pod(expected));
    expect((await runIn(folder, ['lint', 'a.yaml', ...argv])).code).toBe(0);
    expect((await runIn(folder, ['explain', image, ...argv])).stdout).toContain(expected);
  });

  it('from Docker Hub tell of the names that cannot be searched for', async () => {
    const folder = folderWith({ 'a.yaml': pod('bitnami/redis:7') });
    const hintsOf = async (...flags: readonly string[]) =>
      (JSON.parse((await runIn(folder, ['lint', '--format=json', ...flags])).stdout) as { hints: unknown })
        .hints;
    expect(await hintsOf('--map=index.docker.io/bitnami=b.io/x')).toMatchObject([{ code: 'short-names' }]);
    expect(await hintsOf('--map=a.io/bitnami=b.io/x')).toEqual([]);
  });

  it('leave to a person what no path is left of', async () => {
    const folder = folderWith({ 'a.yaml': pod('old.corp/team:1', 'old.corp/team/app:1') });
    expect((await runIn(folder, ['fix', '--unsafe-fixes', '--map=old.corp/team=new.corp'])).code).toBe(1);
    expect(readFileSync(join(folder, 'a.yaml'), 'utf8')).toBe(pod('old.corp/team:1', 'new.corp/app:1'));
    const { stdout } = await runIn(folder, ['explain', 'old.corp/team', '--map=old.corp/team=new.corp']);
    expect(stdout).toMatch(/path +team\n[^]*\nmanual/);
  });

  it.each([
    ['old.corp', 'team/app', '--map=old.corp/team/app=new.corp/a', 'new.corp', 'a'],
    ['old.corp', 'team/app', '--map=old.corp/team/app=new.corp/a/b', 'new.corp', 'a/b'],
    ['old.corp', 'team/app', '--map=old.corp/team=new.corp/a', 'new.corp/a', 'app'],
    ['old.corp:5000', 'team/app', '--map=old.corp:5000/team/app=new.corp/a', 'new.corp', 'a'],
    ['old.corp', 'team/app', '--map=old.corp/team/app=new.corp', 'old.corp', 'team/app'],
  ])(
    'change both keys of %s and %s by %s',
    async (registry, repository, flag, newRegistry, newRepository) => {
      const values = (...[domain, path]: readonly string[]) =>
        `image:\n  registry: ${domain}\n  repository: ${path}\n  tag: "1"\n`;
      const folder = folderWith({ 'values.yaml': values(registry, repository) });
      await runIn(folder, ['fix', flag]);
      expect(readFileSync(join(folder, 'values.yaml'), 'utf8')).toBe(values(newRegistry, newRepository));
      expect((await runIn(folder, ['lint', flag])).code).toBe(registry === newRegistry ? 1 : 0);
    },
  );

  it('say which key of a split reference they cannot change alone', async () => {
    const values = 'image:\n  registry: k8s.gcr.io\n  repository: mine/app\n  tag: "1"\n';
    const folder = folderWith({ 'values.yaml': values });
    await runIn(folder, ['fix', '--unsafe-fixes', '--map=k8s.gcr.io/mine=mine.corp']);
    const after = readFileSync(join(folder, 'values.yaml'), 'utf8');
    expect([values, 'image:\n  registry: mine.corp\n  repository: app\n  tag: "1"\n']).toContain(after);
  });

  it.each([
    ['--map=x', '--map=x takes OLD=NEW, as in --map=old.example/team=new.example.'],
    [
      '--map=team=b.io',
      '--map=team=b.io must move from a registry, such as docker.io/team, not from "team".',
    ],
    ...['x y', 'x"; rm', '$(touch)', '/y', 'X'].map((path) => [
      `--map=a.io=c.io/${path}`,
      `--map=a.io=c.io/${path} has ${JSON.stringify(`c.io/${path}`)}, which is no registry with a path, as names of images begin.`,
    ]),
    [
      '--to=b.io/a b',
      '--to=b.io/a b has "b.io/a b", which is no registry with a path, as names of images begin.',
    ],
    ['--to=mirror', '--to=mirror must move to a registry, not to "mirror".'],
    [
      '--map=a.io=k8s.gcr.io',
      'k8s.gcr.io is the target of a.io and moves on by itself; name where the images are in the end.',
    ],
    [
      '--to=registry.k8s.io --map=registry.k8s.io=mirror.io',
      '--to=registry.k8s.io names what another move takes away; name where the images are in the end.',
    ],
  ])('%s is refused', async (flag, message) => {
    const { code, stderr } = await runIn(folderWith({ 'a.yaml': pod(OLD) }), [
      'lint',
      ...(flag ?? '').split(/ (?=--)/),
    ]);
    expect([code, stderr]).toEqual([2, `regmigrate: ${message}\n`]);
  });
});

describe('init and --print-config', () => {
  it('writes what can be read again, and never over a file', async () => {
    const runner = `apiVersion: ci.example/v1\nkind: Runner\nspec: {note: "see ${OLD}"}\n`;
    const folder = folderWith({ 'a.yaml': pod(OLD), 'docs/a.md': `${OLD}\n`, 'r.yaml': runner });
    expect(await runIn(folder, ['init'])).toMatchObject({ code: 0, stderr: '' });
    const text = readFileSync(join(folder, '.regmigrate.yaml'), 'utf8');
    expect(text).toContain('k8s-gcr-io (3)');
    expect((await runIn(folder, ['lint'])).code).toBe(1);
    expect(await runIn(folder, ['init'])).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/--force/),
    });
    // What is commented out is right, too.
    writeFileSync(join(folder, '.regmigrate.yaml'), text.replace(/^# (?=\w+:$| {2})/gm, ''));
    expect(await runIn(folder, ['lint', '--quiet'])).toMatchObject({ stderr: '' });
    expect((await runIn(folder, ['init', '--force'])).code).toBe(0);
    expect(readFileSync(join(folder, '.regmigrate.yaml'), 'utf8')).toBe(text);
  });

  it('writes through no link', async () => {
    const outside = folderWith({ 'a.yaml': 'version: 1\n' });
    for (const target of ['a.yaml', 'none.yaml']) {
      const folder = folderWith({});
      symlinkSync(join(outside, target), join(folder, '.regmigrate.yaml'));
      for (const argv of [['init'], ['init', '--force']]) expect((await runIn(folder, argv)).code).toBe(2);
    }
    expect(readdirSync(outside).sort()).toEqual(['.git', 'a.yaml']);
    expect(readFileSync(join(outside, 'a.yaml'), 'utf8')).toBe('version: 1\n');
  });

  it('prints what applies to a file', async () => {
    const folder = folderWith({
      '.regmigrate.yaml':
        'ignore: [x]\ncontexts: [{context: prose, paths: [docs], verdict: keep, reason: old}]\n',
      '.regmigrateignore': 'y/\n',
      'docs/a.md': '',
      'x/a.md': '',
      'y/a.md': '',
    });
    const print = async (file: string) =>
      JSON.parse((await runIn(folder, ['--print-config', file])).stdout) as unknown;
    expect(await print('docs/a.md')).toMatchObject({
      ignored: false,
      contexts: { prose: { verdict: 'keep' } },
    });
    expect(await print('x/a.md')).toMatchObject({
      ignored: true,
      ignoredBy: 'the configuration',
      contexts: {},
    });
    expect(await print('y/a.md')).toMatchObject({ ignored: true, ignoredBy: '.regmigrateignore' });
    expect(JSON.parse((await runIn(folder, ['--print-config=y/a.md', '--no-ignore'])).stdout)).toMatchObject({
      ignored: false,
      ignoredBy: null,
    });
    expect(await runIn(folder, ['--print-config=nope.md'])).toEqual({
      code: 2,
      stdout: '',
      stderr: 'regmigrate: No such file: nope.md\n',
    });
    expect(await runIn(folder, ['--print-config=docs'])).toMatchObject({ code: 2, stdout: '' });
  });
});
