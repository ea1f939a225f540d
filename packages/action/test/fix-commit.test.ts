import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync } from 'node:fs';
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
const moved = 'registry.k8s.io/pause:3.1';

interface Place {
  /** A bare repository, as GitHub has it. */
  readonly remote: Repository;
  readonly clone: Repository;
  readonly base: string;
  readonly head: string;
}

/** A branch that holds old names, on a remote, and a clone of it that is on the branch. */
function place(branch = 'topic', files: Readonly<Record<string, string>> = { 'pod.yaml': pod(old) }): Place {
  const source = Repository.create({ 'README.md': 'x\n' });
  const base = source.git('rev-parse', 'HEAD');
  source.git('checkout', '-q', '-b', branch);
  const head = source.commit(files);
  const [remote, clone] = [new Repository(), new Repository()];
  execFileSync('git', ['clone', '-q', '--bare', source.folder, remote.folder]);
  execFileSync('git', ['clone', '-q', '--branch', branch, remote.folder, clone.folder]);
  return { remote, clone, base, head };
}

const fix = ({ clone, base, head }: Place, how: Partial<Step> = {}): Promise<Ended> =>
  runStep({
    main,
    workspace: clone.folder,
    event: events.pullRequest({ base, head }),
    ...how,
    inputs: { mode: 'fix-commit', ...how.inputs },
  });
const said = ({ commands }: Ended): string => commands.map(({ message }) => message).join('\n');
const show = ({ remote }: Place, what: string): string =>
  remote.git('show', '-s', '--format=%s|%an|%P', what);

/** Nothing has come to the remote, and the clone is on its branch as it was. */
function expectUntouched({ remote, clone, head }: Place, branch = 'topic'): void {
  expect(remote.git('rev-parse', `refs/heads/${branch}`)).toBe(head);
  expect(clone.git('rev-parse', 'HEAD')).toBe(head);
  expect(clone.git('status', '--porcelain', '--untracked-files=no')).toBe('');
}

describe('fix-commit', () => {
  it('pushes one commit with the fixes and nothing else', async () => {
    const at = place('topic', { 'pod.yaml': pod(old), 'a b/ünïcode.yaml': pod(old), 'kept.txt': 'x\n' });
    at.clone.write({ 'untracked.yaml': pod(moved) });
    const ended = await fix(at, { inputs: { 'commit-message': 'chore: images' } });
    expect(ended).toMatchObject({ code: 0, outputs: { changed: 'true', fixed: '2', findings: '0' } });
    expect(ended.outputs['commit']).toBe(at.remote.git('rev-parse', 'topic'));
    expect(show(at, 'topic')).toBe(`chore: images|github-actions[bot]|${at.head}`);
    const changed = at.remote.git('diff', '--name-only', '-z', at.head, 'topic').split('\0').filter(Boolean);
    expect(changed).toEqual(['a b/ünïcode.yaml', 'pod.yaml']);
    expect(`${at.remote.git('show', 'topic:pod.yaml')}\n`).toBe(pod(moved));
  });

  it('fails for what is left, and pushes what is not', async () => {
    const at = place('topic', { 'pod.yaml': pod(old), 'push.sh': `docker push ${old}\n` });
    const ended = await fix(at);
    expect(ended).toMatchObject({ code: 1, outputs: { changed: 'true', fixed: '1', manual: '1' } });
    expect(at.remote.git('rev-list', '--count', `${at.head}..topic`)).toBe('1');
  });

  it('commits nothing where nothing is to be fixed', async () => {
    const at = place('topic', { 'pod.yaml': pod(moved) });
    expect(await fix(at)).toMatchObject({ code: 0, outputs: { changed: 'false', commit: '' } });
    expectUntouched(at);
  });

  it('applies likely fixes if asked for, on a branch that somebody started it on', async () => {
    const at = place('topic', { 'README.md': `docker pull ${old}\n` });
    const inputs = { 'unsafe-fixes': 'true' };
    const ended = await fix(at, { event: events.dispatch('topic'), inputs });
    expect(ended).toMatchObject({ code: 0, outputs: { changed: 'true', fixed: '1' } });
  });

  it.each<[string, (at: Place) => Step['event'], string]>([
    ['a fork', (at) => events.fork(at), 'fork'],
    ['pull_request_target', (at) => events.pullRequestTarget(at), 'not for pull_request_target'],
    ['a push', ({ base, head }) => events.push(base, head), 'not for push'],
    ['a merge queue', (at) => events.mergeGroup(at), 'not for merge_group'],
    ['another branch', (at) => events.pullRequest({ ...at, branch: 'other' }), '"other"'],
  ])('refuses what it does not fit, before anything is changed: %s', async (_, event, words) => {
    const at = place();
    const ended = await fix(at, { event: event(at) });
    expect([ended.code, said(ended)]).toEqual([2, expect.stringContaining(words)]);
    expectUntouched(at);
  });

  it('says how to check out a branch in place of the merge', async () => {
    const at = place();
    at.clone.git('checkout', '-q', '--detach');
    const ended = await fix(at);
    expect([ended.code, said(ended)]).toEqual([2, expect.stringContaining('github.head_ref')]);
    expectUntouched(at);
  });

  it('does not commit the work of other steps', async () => {
    const at = place();
    at.clone.write({ 'README.md': 'generated\n' });
    const ended = await fix(at);
    expect([ended.code, said(ended)]).toEqual([2, expect.stringContaining('changes of others')]);
    expect(readFileSync(join(at.clone.folder, 'README.md'), 'utf8')).toBe('generated\n');
    expect(readFileSync(join(at.clone.folder, 'pod.yaml'), 'utf8')).toBe(pod(old));
  });

  it('takes everything back where somebody has pushed meanwhile, and forces nothing', async () => {
    const at = place();
    const other = new Repository();
    execFileSync('git', ['clone', '-q', '--branch', 'topic', at.remote.folder, other.folder]);
    const theirs = other.commit({ 'theirs.md': 'x\n' });
    other.git('push', '-q');
    const ended = await fix(at);
    expect(ended).toMatchObject({ code: 2, outputs: { changed: 'false', commit: '', fixed: '1' } });
    expect(said(ended)).toMatch(/could not be pushed.*rejected/s);
    expect(ended.summary).toContain('taken back');
    expect(at.remote.git('rev-parse', 'topic')).toBe(theirs);
    expect(at.clone.git('rev-parse', 'HEAD')).toBe(at.head);
    expect(at.clone.git('status', '--porcelain')).toBe('');
  });

  it.each<[string, (at: Place) => unknown]>([
    ['gone back', ({ remote, base }) => remote.git('update-ref', 'refs/heads/topic', base)],
    ['gone', ({ remote }) => remote.git('update-ref', '-d', 'refs/heads/topic')],
  ])('brings nothing back to a branch that has %s meanwhile', async (_, change) => {
    const at = place();
    change(at);
    const before = at.remote.git('for-each-ref');
    const ended = await fix(at);
    expect(ended).toMatchObject({ code: 2, outputs: { changed: 'false', commit: '' } });
    expect(said(ended)).toMatch(/could not be pushed.*stale/s);
    expect(at.remote.git('for-each-ref')).toBe(before);
    expect(at.clone.git('rev-parse', 'HEAD')).toBe(at.head);
  });

  it('fails where it has rewritten what no commit of the repository can hold', async () => {
    const at = place();
    at.clone.write({ 'generated/a.yaml': pod(old) });
    const ended = await fix(at);
    expect(ended).toMatchObject({ code: 1, outputs: { changed: 'true', fixed: '2', findings: '0' } });
    expect(said(ended)).toContain('were not pushed: generated/a.yaml');
    expect(ended.summary).toContain('generated/a.yaml');
    expect(show(at, 'topic')).toContain('fix: move images');
  });

  it('fails where it has rewritten nothing but a submodule', async () => {
    const part = Repository.create({ 'a.yaml': pod(old) });
    const at = place('topic', { 'pod.yaml': pod(moved) });
    at.clone.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', part.folder, 'part');
    const head = at.clone.commit({}, 'part');
    at.clone.git('push', '-q');
    const ended = await fix(at);
    expect(ended).toMatchObject({ code: 1, outputs: { changed: 'false', commit: '' } });
    expect(said(ended)).toContain('were not pushed: part/a.yaml');
    expect(at.remote.git('rev-parse', 'topic')).toBe(head);
  });

  it('runs no hooks of the tree', async () => {
    const hook = `#!/bin/sh\n: > "$(git rev-parse --show-toplevel)/ran"\n`;
    const at = place('topic', { 'pod.yaml': pod(old), '.husky/pre-commit': hook, '.husky/pre-push': hook });
    for (const name of ['pre-commit', 'pre-push']) chmodSync(join(at.clone.folder, '.husky', name), 0o755);
    at.clone.git('commit', '-q', '-a', '-m', 'modes');
    at.clone.git('push', '-q');
    at.clone.git('config', 'core.hooksPath', '.husky');
    await fix(at);
    expect(existsSync(join(at.clone.folder, 'ran'))).toBe(false);
    expect(at.remote.git('show', 'topic:pod.yaml')).toContain(moved);
  });

  it('takes a branch of any name for a name', async () => {
    const branch = 'x;$(touch${IFS}ran)%0A,=&#"';
    const at = place(branch);
    const ended = await fix(at, { event: events.pullRequest({ ...at, branch }) });
    expect(ended).toMatchObject({ code: 0, outputs: { changed: 'true' } });
    const evil = '::error::##[error]x';
    const refused = await fix(at, { event: events.pullRequest({ ...at, branch: `a\n${evil}` }) });
    expect(refused.commands.map(({ name }) => name)).toEqual(['error']);
  });
});
