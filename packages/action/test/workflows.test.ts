import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { execFileSync, spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { parse } from 'yaml';
import { needsTool, testTool } from '@regmigrate/testkit';
import { buildBundle } from './bundle.ts';
import { events } from './events.ts';
import { pod, Repository } from './repository.ts';
import { runStep } from './run-step.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const workflows = readdirSync(join(root, '.github/workflows'));

/** The blocks of YAML on the page, each with the heading above it. */
function examples(page: string): readonly (readonly [string, string])[] {
  let heading = '';
  return [...read(page).matchAll(/^#+ (.*)$|^```yaml\n([^]*?)^```$/gm)].flatMap(([, title, body]) => {
    heading = title ?? heading;
    return body === undefined ? [] : [[heading, body] as const];
  });
}

/** What actionlint says of a workflow in a repository that has our action.yml and a build of it. */
function lint(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'regmigrate-workflow-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const path of ['.git', '.github/workflows', '.regmigrate-action', 'packages/action/dist'])
    mkdirSync(join(folder, path), { recursive: true });
  for (const place of ['', '.regmigrate-action']) {
    cpSync(join(root, 'action.yml'), join(folder, place, 'action.yml'));
    mkdirSync(join(folder, place, 'packages/action/dist'), { recursive: true });
    writeFileSync(join(folder, place, 'packages/action/dist/main.js'), '');
  }
  const file = join(folder, '.github/workflows/it.yml');
  // Of an action in the repository itself actionlint knows the inputs and outputs.
  writeFileSync(file, text.replaceAll('regmigrate/regmigrate@v0', './'));
  const { stdout, stderr } = spawnSync(testTool('actionlint')!, ['-no-color', file], {
    cwd: folder,
    encoding: 'utf8',
  });
  return stdout + stderr;
}

needsTool('actionlint')('workflows', () => {
  it.each(workflows)('of ours are right: %s', (name) => {
    expect(lint(read(`.github/workflows/${name}`))).toBe('');
  });

  it.each(examples('docs/github-action.md'))('on the page are right: %s', (_, text) => {
    expect(lint(text)).toBe('');
  });

  it('are refused where they are wrong', () => {
    const [, text = ''] = examples('docs/github-action.md')[1] ?? [];
    expect(lint(text.replace('mode: suggest', 'modus: suggest'))).toContain('input "modus" is not defined');
  });
});

it('before the first release the clone of ours is not checked along with the repository', async () => {
  const [, text = ''] = examples('docs/github-action.md').at(-1) ?? [];
  const { jobs } = parse(text) as Own;
  const steps = jobs.regmigrate.steps;
  const clone = steps.find(({ with: inputs }) => inputs?.['repository'])?.with?.['path'] ?? '';
  expect(steps.at(-1)).toEqual({ uses: `./${clone}` });
  const { folder } = Repository.create({ 'pod.yaml': pod('k8s.gcr.io/pause:3.1') });
  mkdirSync(join(folder, clone));
  writeFileSync(join(folder, clone, 'fixture.yaml'), pod('k8s.gcr.io/pause:3.1'));
  const script = steps.find(({ run }) => run)?.run?.replace(/^npm .*$/m, '') ?? 'exit 99';
  execFileSync('bash', ['-eo', 'pipefail', '-c', script], { cwd: folder });
  const event = events.push('0'.repeat(40), '0'.repeat(40));
  const { outputs } = await runStep({ main: buildBundle(), workspace: folder, event });
  expect(outputs).toMatchObject({ findings: '1' });
});

it('our own workflow finds nothing in this repository', async () => {
  const { jobs } = parse(read('.github/workflows/regmigrate.yml')) as Own;
  const { with: inputs } = jobs.regmigrate.steps.find(({ uses }) => uses === './') ?? {};
  const event = events.push('0'.repeat(40), '0'.repeat(40));
  const step = { main: buildBundle(), workspace: root, event, inputs: { config: inputs?.['config'] ?? '' } };
  const ended = await runStep(step);
  expect(ended).toMatchObject({ code: 0, commands: [] });
  expect(Number(/(\d+) files searched/.exec(ended.log)?.[1])).toBeGreaterThan(10);
});

interface Own {
  readonly jobs: {
    readonly regmigrate: {
      readonly steps: readonly {
        readonly uses?: string;
        readonly run?: string;
        readonly with?: Readonly<Record<string, string>>;
      }[];
    };
  };
}

describe('the release', () => {
  const bundle: { main?: string } = {};
  beforeAll(() => {
    bundle.main = buildBundle();
  });

  interface Job {
    readonly jobs: { readonly action: { readonly steps: readonly { name?: string; run?: string }[] } };
  }
  const job = parse(read('.github/workflows/release.yml')) as Job;
  const script = job.jobs.action.steps.find(({ name }) => name === 'Tag')?.run ?? '';

  function tag(repository: Repository, version: string): { code: number | null; said: string } {
    const { status, stderr } = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], {
      cwd: repository.folder,
      env: { ...process.env, VERSION: version },
      encoding: 'utf8',
    });
    return { code: status, said: stderr };
  }

  it('makes tags that run by themselves, and leaves the branch alone', async () => {
    const repository = Repository.create({ '.gitignore': 'dist/\n', 'action.yml': read('action.yml') });
    const remote = new Repository();
    execFileSync('git', ['clone', '-q', '--bare', repository.folder, remote.folder]);
    repository.git('remote', 'add', 'origin', remote.folder);
    const main = remote.git('rev-parse', 'main');
    for (const version of ['0.2.0', '0.3.0']) {
      repository.git('checkout', '-q', 'main');
      cpSync(dirname(bundle.main ?? ''), join(repository.folder, 'packages/action/dist'), {
        recursive: true,
      });
      writeFileSync(join(repository.folder, 'packages/action/dist/version'), version);
      expect(tag(repository, version)).toEqual({ code: 0, said: expect.any(String) as string });
    }
    expect(remote.git('rev-parse', 'main')).toBe(main);
    expect(remote.git('tag').split('\n')).toEqual(['v0', 'v0.2.0', 'v0.3.0']);
    expect(remote.git('rev-parse', 'v0')).toBe(remote.git('rev-parse', 'v0.3.0'));

    const action = new Repository();
    execFileSync('git', ['clone', '-q', '--branch', 'v0', remote.folder, action.folder], { stdio: 'ignore' });
    const { runs } = parse(readFileSync(join(action.folder, 'action.yml'), 'utf8')) as {
      runs: { main: string };
    };
    const { folder } = Repository.create({ 'pod.yaml': pod('k8s.gcr.io/pause:3.1') });
    const event = events.push('0'.repeat(40), '0'.repeat(40));
    const ended = await runStep({ main: join(action.folder, runs.main), workspace: folder, event });
    expect(ended.outputs).toMatchObject({ findings: '1' });
  });

  it('takes nothing but a version', () => {
    const repository = Repository.create({});
    expect(tag(repository, '$(touch ran)')).toEqual({
      code: 1,
      said: expect.stringContaining('1.2.3') as string,
    });
    expect(repository.git('status', '--porcelain')).toBe('');
  });
});
