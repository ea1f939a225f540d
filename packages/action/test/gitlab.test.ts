import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { pod, Repository } from './repository.ts';

interface Job {
  readonly extends?: string;
  readonly variables?: Readonly<Record<string, string | number>>;
  readonly before_script?: readonly string[];
  readonly script?: readonly string[];
  readonly artifacts?: { readonly reports: { readonly codequality: string } };
}

const root = fileURLToPath(new URL('../../../', import.meta.url));
const page = readFileSync(join(root, 'docs/gitlab-ci.md'), 'utf8');
const jobs = parse(/^```yaml\n([^]*?)^```$/m.exec(page)?.[1] ?? '') as Readonly<Record<string, Job>>;
const common = jobs['.regmigrate']!;
const old = 'k8s.gcr.io/pause:3.1';

/** Runs the lines of a job as the runner of GitLab does, but for the clone: this repository is what would be cloned. */
function runJob(name: string, repository: Repository, ci: Readonly<Record<string, string>> = {}) {
  const around = new Repository();
  const project = join(around.folder, 'project');
  repository.git('worktree', 'add', '-q', '--detach', project);
  const env: Record<string, string> = { CI: 'true', CI_PROJECT_DIR: project, ...ci };
  for (const [key, value] of Object.entries(common.variables ?? {})) env[key] = String(value);
  // As `git clone` does, `rmdir` takes a folder only if it is empty.
  const lines = [...(common.before_script ?? []), ...(jobs[name]?.script ?? ['exit 99'])].map((line) =>
    line.replace(/^git clone .* "\$REGMIGRATE"$/, 'rmdir "$REGMIGRATE"; ln -s "$CLONED" "$REGMIGRATE"'),
  );
  const { status, stdout, stderr } = spawnSync('bash', ['-eo', 'pipefail'], {
    cwd: project,
    input: lines.join('\n'),
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      TMPDIR: around.folder,
      CLONED: root,
      ...env,
    },
    encoding: 'utf8',
  });
  const report = join(project, common.artifacts?.reports.codequality ?? '');
  const found = existsSync(report)
    ? (JSON.parse(readFileSync(report, 'utf8')) as { location: { path: string } }[])
    : undefined;
  return { status, said: stdout + stderr, paths: found?.map(({ location }) => location.path) };
}

describe('the job on the page', () => {
  const repository = (): { tree: Repository; base: string } => {
    const tree = Repository.create({ 'a.yaml': pod(old) });
    const base = tree.git('rev-parse', 'HEAD');
    tree.commit({ 'b.yaml': pod(old) });
    return { tree, base };
  };

  it('clones what it calls', () => {
    expect(common.before_script).toEqual([
      // A runner that keeps its folders has the clone of the job before in any other place.
      'REGMIGRATE=$(mktemp -d)',
      expect.stringMatching(/^git clone .*regmigrate\.git "\$REGMIGRATE"$/),
    ]);
    for (const [name, job] of Object.entries(jobs))
      if (name !== '.regmigrate') expect(job.extends).toBe('.regmigrate');
  });

  it('judges what a merge request changes', () => {
    const { tree, base } = repository();
    const ended = runJob('regmigrate-merge-request', tree, { CI_MERGE_REQUEST_DIFF_BASE_SHA: base });
    expect(ended).toMatchObject({ status: 1, paths: ['b.yaml'] });
    expect(ended.said).toContain('b.yaml');
  });

  it('judges the whole default branch', () => {
    expect(runJob('regmigrate-branch', repository().tree)).toMatchObject({
      status: 1,
      paths: ['a.yaml', 'b.yaml'],
    });
    const clean = Repository.create({ 'a.yaml': pod('registry.k8s.io/pause:3.1') });
    expect(runJob('regmigrate-branch', clean)).toMatchObject({ status: 0, paths: [] });
  });

  it('runs no configuration that is a program', () => {
    const program = `import { writeFileSync } from 'node:fs'; writeFileSync('ran', ''); export default { version: 1 };\n`;
    const tree = Repository.create({ 'a.yaml': pod(old), 'regmigrate.config.mjs': program });
    const ended = runJob('regmigrate-branch', tree);
    expect(ended).toMatchObject({ status: 2, paths: undefined });
    expect(ended.said).toContain('--no-config-code');
  });
});
