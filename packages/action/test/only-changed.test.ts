import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildBundle } from './bundle.ts';
import { events } from './events.ts';
import { pod, Repository } from './repository.ts';
import { runStep, type Ended, type Step } from './run-step.ts';

let main: string;
beforeAll(() => {
  main = buildBundle();
});

const old = 'k8s.gcr.io/pause:3.1';
const none = '0'.repeat(40);
const check = (workspace: string, event: Step['event'], env: Step['env'] = {}): Promise<Ended> =>
  runStep({ main, workspace, event, env, inputs: { 'only-changed': 'true' } });
const said = ({ commands }: Ended): string => commands.map(({ message }) => message).join('\n');

/** A branch that adds b.yaml to a tree with a.yaml, while main gets c.yaml; both are old. */
function branches(): { repository: Repository; base: string; newer: string; head: string } {
  const repository = Repository.create({ 'a.yaml': pod(old) });
  const base = repository.git('rev-parse', 'HEAD');
  repository.git('checkout', '-q', '-b', 'topic');
  const head = repository.commit({ 'b.yaml': pod(old) });
  repository.git('checkout', '-q', 'main');
  const newer = repository.commit({ 'c.yaml': pod(old) });
  return { repository, base, newer, head };
}

/** As actions/checkout leaves it: the merge of the pull request, detached. */
function checkOutMerge({ repository }: { repository: Repository }): void {
  repository.git('merge', '-q', '--no-ff', '-m', 'merge', 'topic');
  repository.git('checkout', '-q', '--detach');
}

function shallow(repository: Repository, depth: number): Repository {
  const clone = new Repository();
  const from = `file://${repository.folder}`;
  execFileSync('git', ['clone', '-q', `--depth=${depth}`, from, clone.folder], { stdio: 'ignore' });
  return clone;
}

describe('only-changed', () => {
  it.each(['pullRequest', 'fork', 'pullRequestTarget', 'mergeGroup'] as const)(
    'judges what the branch changed: %s',
    async (kind) => {
      const { repository, base, head } = branches();
      repository.git('checkout', '-q', '--detach', 'topic');
      expect((await check(repository.folder, events[kind]({ base, head }))).outputs).toMatchObject({
        findings: '1',
      });
    },
  );

  it('leaves out what others put on the base meanwhile', async () => {
    const trees = branches();
    checkOutMerge(trees);
    const { repository, base, head } = trees;
    const { outputs } = await check(repository.folder, events.pullRequest({ base, head }));
    expect(outputs).toMatchObject({ findings: '1' });
  });

  it('judges what a push brought', async () => {
    const { repository, base, newer } = branches();
    expect((await check(repository.folder, events.push(base, newer))).outputs).toMatchObject({
      findings: '1',
    });
  });

  it.each<[string, Step['event']]>([
    ['a new branch', events.push(none, none)],
    ['a forced push', events.push('a'.repeat(40), none)],
    ['no base', events.dispatch('main')],
  ])('judges everything where nothing can be compared with: %s', async (_, event) => {
    const { repository } = branches();
    const ended = await check(repository.folder, event);
    expect(ended.outputs).toMatchObject({ findings: '2' });
    expect(said(ended)).toContain('the whole tree is checked');
  });

  it('says how to get the history that a shallow clone lacks', async () => {
    const trees = branches();
    checkOutMerge(trees);
    const event = events.pullRequest(trees);
    const ended = await check(shallow(trees.repository, 1).folder, event);
    expect([ended.code, ended.commands]).toEqual([
      2,
      [{ name: 'error', properties: {}, message: expect.stringContaining('fetch-depth: 0') as string }],
    ]);
    // Two commits deep, the merge and its parents are there.
    expect((await check(shallow(trees.repository, 2).folder, event)).outputs).toMatchObject({
      findings: '1',
    });
    const push = await check(shallow(trees.repository, 1).folder, events.push(trees.base, trees.newer));
    expect([push.code, said(push)]).toEqual([2, expect.stringContaining('fetch-depth: 0')]);
  });

  it('works where the repository belongs to another user, as in a container', async () => {
    const { repository, base, newer } = branches();
    const ended = await check(repository.folder, events.push(base, newer), {
      GIT_TEST_ASSUME_DIFFERENT_OWNER: '1',
    });
    expect([ended.outputs['findings'], said(ended)]).toEqual([
      '1',
      expect.not.stringContaining('whole tree'),
    ]);
  });

  it('does not take a missing Git, or a missing repository, for a missing commit', async () => {
    const { repository, base, newer } = branches();
    const event = events.push(base, newer);
    const without = await check(repository.folder, event, { PATH: repository.folder });
    expect([without.code, said(without)]).toEqual([2, expect.stringContaining('spawn git ENOENT')]);
    const none = await check(new Repository().folder, event);
    expect([none.code, said(none)]).toEqual([2, expect.stringContaining('not a git repository')]);
  });

  it('takes a folder of the tree that looks like a repository for none', async () => {
    const bare = Repository.create({});
    bare.git('clone', '-q', '--bare', '.', 'bare');
    const ended = await check(join(bare.folder, 'bare'), events.push('a'.repeat(40), none));
    expect([ended.code, said(ended)]).toEqual([2, expect.stringContaining('safe.bareRepository')]);
  });

  it('says when the tree is not that of the pull request', async () => {
    const { repository, base, head } = branches();
    const ended = await check(repository.folder, events.pullRequestTarget({ base, head }));
    expect(said(ended)).toContain('not the tree of the pull request');
  });
});
