import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildBundle } from './bundle.ts';
import { events } from './events.ts';
import { accept, FakeGitHub, type Fault } from './fake-github.ts';
import { pod, Repository, type Files } from './repository.ts';
import { runStep, type Ended, type Step } from './run-step.ts';

let main: string;
beforeAll(() => {
  main = buildBundle();
});

const old = 'k8s.gcr.io/pause:3.1';
const moved = 'registry.k8s.io/pause:3.1';

interface Pull {
  readonly repository: Repository;
  readonly base: string;
  readonly head: string;
  readonly github: FakeGitHub;
}

/** A pull request from the first files to the second; its head is checked out. */
async function openPull(before: Files, after: Files, withoutPatch: readonly string[] = []): Promise<Pull> {
  const repository = Repository.create(before);
  const base = repository.git('rev-parse', 'HEAD');
  repository.git('checkout', '-q', '-b', 'topic');
  const head = repository.commit(after);
  return { repository, base, head, github: await FakeGitHub.start({ repository, base, head, withoutPatch }) };
}

interface How {
  readonly inputs?: Step['inputs'];
  readonly event?: Step['event'];
}

function suggest({ repository, base, head, github }: Pull, { inputs = {}, event }: How = {}): Promise<Ended> {
  return runStep({
    main,
    workspace: repository.folder,
    event: event ?? events.pullRequest({ base, head }),
    apiUrl: github.url,
    inputs: { mode: 'suggest', token: github.token, ...inputs },
  });
}

const warningsOf = ({ commands }: Ended): string[] =>
  commands
    .filter(({ name, properties }) => name === 'warning' && !properties['file'])
    .map(({ message }) => message);

describe('suggest', () => {
  it('writes one review on the lines that the pull request wrote, and nothing twice', async () => {
    const before = { 'a.yaml': pod(old, 'nginx:1'), 'same.yaml': pod(old) };
    const pull = await openPull(before, { 'a.yaml': pod(old, 'nginx:1', old), 'new.yaml': pod(old) });
    const { github, head } = pull;
    const ended = await suggest(pull);
    expect(ended).toMatchObject({ code: 1, outputs: { findings: '4' } });
    expect(github.reviews).toMatchObject([{ commit_id: head, event: 'COMMENT' }]);
    expect(github.comments).toMatchObject([
      { path: 'a.yaml', line: 12, side: 'RIGHT' },
      { path: 'new.yaml', line: 8, side: 'RIGHT' },
    ]);
    expect(accept(pod(old, 'nginx:1', old), github.comments.slice(0, 1))).toBe(pod(old, 'nginx:1', moved));
    expect(ended.summary).toContain('A review with 2 comments was written.');
    expect(ended.commands).toContainEqual({ name: 'add-mask', properties: {}, message: github.token });

    const again = await suggest(pull);
    expect(again.code).toBe(1);
    expect(again.summary).toContain('2 lines had one from an earlier run');
    expect(github.reviews).toHaveLength(1);
  });

  it('says what is new only after another push', async () => {
    const pull = await openPull({ 'x.md': '' }, { 'a.yaml': pod(old) });
    await suggest(pull);
    const head = pull.repository.commit({ 'a.yaml': pod('nginx:1', old, old) });
    const later = { ...pull, head, github: await FakeGitHub.start({ ...pull, head }) };
    later.github.comments.push(...pull.github.comments);
    await suggest(later);
    // The line that moved has been spoken of; its double has not.
    expect(later.github.reviews[0]?.comments).toMatchObject([{ path: 'a.yaml', line: 12 }]);
  });

  it('finds the lines of the head in the merge that is checked out', async () => {
    const many = Array.from({ length: 12 }, (_, index) => `nginx:${index}`);
    const pull = await openPull(
      { 'a.yaml': pod(...many), 'b.yaml': pod(...many) },
      { 'a.yaml': pod(...many, old) },
    );
    const { repository, github } = pull;
    repository.git('checkout', '-q', 'main');
    repository.commit({ 'a.yaml': `# one\n# two\n# ${old}\n${pod(...many)}` });
    repository.git('merge', '-q', '--no-ff', '-m', 'merge', 'topic');
    repository.git('checkout', '-q', '--detach');
    expect((await suggest(pull)).outputs).toMatchObject({ findings: '2' });
    expect(github.comments).toMatchObject([{ path: 'a.yaml', line: 32 }]);
    expect(accept(pod(...many, old), github.comments)).toBe(pod(...many, moved));
  });

  it('says nothing of lines that are not as the pull request has them', async () => {
    const pull = await openPull({ 'a.yaml': '' }, { 'a.yaml': pod(old) });
    // Somebody else's step, or a checkout of something else.
    pull.repository.write({ 'a.yaml': pod('nginx:1', old) });
    const ended = await suggest(pull);
    expect([ended.code, pull.github.reviews.length]).toEqual([1, 0]);
    pull.repository.write({ 'a.yaml': pod('k8s.gcr.io/coredns:1.6.5') });
    expect((await suggest(pull)).outputs).toMatchObject({ findings: '1' });
    expect(pull.github.reviews).toHaveLength(0);
    pull.repository.git('checkout', '-q', '-f', 'main');
    await suggest(pull, { event: events.pullRequestTarget(pull) });
    expect(pull.github.reviews).toHaveLength(0);
  });

  it('keeps out of a merge in which a hunk stands twice', async () => {
    const block = `x: 1\n${'y: 1\n'.repeat(6)}`;
    const pull = await openPull({ 'a.txt': block }, { 'a.txt': `${block}image: ${old}\n` });
    const { repository, github } = pull;
    repository.git('checkout', '-q', 'main');
    repository.commit({ 'a.txt': `${'y: 1\n'.repeat(6)}image: ${old}\n${block}` });
    repository.git('merge', '-q', '-m', 'merge', 'topic');
    expect((await suggest(pull)).outputs).toMatchObject({ findings: '2' });
    expect(github.reviews).toHaveLength(0);
  });

  it('brings lines back as they are: tabs, blanks, backticks, no line break at the end', async () => {
    const lines = [
      `\trun: docker run ${old} \`\`\`\` \`x\`  `,
      `\t\tdocker run ${old} k8s.gcr.io/coredns:1.6.5\t`,
      `docker pull ${old}`,
    ];
    const pull = await openPull({ 'x.md': '' }, { 'a.sh': lines.join('\n') });
    await suggest(pull, { inputs: { 'unsafe-fixes': 'true' } });
    expect(pull.github.comments).toHaveLength(3);
    const accepted = accept(lines.join('\n'), pull.github.comments);
    expect(accepted).toBe(lines.join('\n').replaceAll('k8s.gcr.io', 'registry.k8s.io'));
  });

  it('suggests nothing where a suggestion might change more: CRLF, controls, marks that are not seen', async () => {
    const text = `image: ${old}\r\nimage: ${old} # \u001b[1m\nimage: ${old} # \u202e\nimage: ${old} # \u2028\nimage: ${old}${' '.repeat(5000)}\n`;
    const pull = await openPull({ 'x.md': '' }, { 'a.yaml': text });
    await suggest(pull);
    expect(pull.github.comments).toHaveLength(5);
    expect(accept(text, pull.github.comments)).toBe(text);
  });

  it('makes nothing of a text but text', async () => {
    const text = `image: k8s.gcr.io/@octocat/<img src=x>/[a](http://evil)\n# k8s.gcr.io/@octocat <!-- --> \`\`\`\n`;
    const pull = await openPull({ 'x.md': '' }, { 'a.yaml': text });
    await suggest(pull);
    expect(pull.github.comments.length).toBeGreaterThan(0);
    for (const { body } of pull.github.comments) {
      const prose = body.replace(/^(`{3,})suggestion\n[^]*?\n\1$/m, '').replace(/<code>[^<]*<\/code>/g, '');
      expect(prose.replace(/<!-- (?:regmigrate:[0-9a-f]{24} )?-->/g, '')).not.toMatch(/[<@[\]`]/);
    }
  });

  it('gives advice without a suggestion to what needs a person, and to what is not sure', async () => {
    const after = {
      'a.sh': `docker push ${old}\n`,
      'b.md': `Pull ${old}.\n`,
    };
    const pull = await openPull({ 'x.md': '' }, after);
    const ended = await suggest(pull);
    expect(ended.outputs).toMatchObject({ manual: '1', unsafe: '1' });
    expect(pull.github.comments).toHaveLength(2);
    expect(pull.github.comments.filter(({ body }) => body.includes('```suggestion'))).toEqual([]);
    const asked = { ...pull, github: await FakeGitHub.start(pull) };
    await suggest(asked, { inputs: { 'unsafe-fixes': 'true' } });
    expect(asked.github.comments.filter(({ body }) => body.includes('```suggestion'))).toMatchObject([
      { path: 'b.md' },
    ]);
  });

  it('suggests no part of what is right only as a whole', async () => {
    const kustomization = 'images:\n  - name: k8s.gcr.io/pause\n    newTag: "3.1"\nresources: [pod.yaml]\n';
    const after = { 'kustomization.yaml': kustomization, 'pod.yaml': pod('k8s.gcr.io/pause') };
    const pull = await openPull({ 'x.md': '' }, after);
    expect((await suggest(pull)).outputs).toMatchObject({ findings: '2' });
    expect(pull.github.comments).toHaveLength(2);
    for (const { body } of pull.github.comments) expect(body).not.toContain('```suggestion');
    expect(pull.github.comments[0]?.body).toContain('right only along with changes elsewhere');
  });

  it('keeps a comment short, whatever the line holds', async () => {
    const long = `# ${`${old} `.repeat(230)}\n# k8s.gcr.io/${'&'.repeat(9)}${'a/'.repeat(2000)}b:1\n`;
    const pull = await openPull({ 'x.md': '' }, { 'a.yaml': long });
    await suggest(pull);
    expect(pull.github.comments.map(({ line }) => line)).toContain(1);
    expect(pull.github.comments[0]?.body).toContain('220 more references');
    for (const { body } of pull.github.comments) expect(body.length).toBeLessThan(30_000);
  });

  it.each(['./deploy', 'deploy/*.yaml', ''])('knows a file whatever way leads to it: %s', async (paths) => {
    const pull = await openPull({ 'x.md': '' }, { 'deploy/a.yaml': pod(old) });
    await suggest(pull, { inputs: { paths: paths || join(pull.repository.folder, 'deploy') } });
    expect(pull.github.comments).toMatchObject([{ path: 'deploy/a.yaml' }]);
  });

  it('leaves what GitHub shows no lines of to the annotations', async () => {
    const pull = await openPull({ 'x.md': '' }, { 'a.yaml': pod(old), 'b.yaml': pod(old) }, ['a.yaml']);
    const ended = await suggest(pull);
    expect(pull.github.comments).toMatchObject([{ path: 'b.yaml' }]);
    expect(ended.summary).toContain('1 reference on lines that it does not change got no comment');
  });

  it('writes no more than fifty comments at once, and reads all pages', async () => {
    const filler = Object.fromEntries(
      Array.from({ length: 120 }, (_, index) => [`a/${String(index).padStart(3, '0')}.txt`, 'x\n']),
    );
    const after = { ...filler, 'z.yaml': pod(...Array.from({ length: 120 }, () => old)) };
    const pull = await openPull({ 'x.md': '' }, after);
    const chatter = { path: 'z.yaml', line: 8, side: 'RIGHT', body: 'Hello' };
    pull.github.comments.push(...Array.from({ length: 130 }, () => chatter));
    const ended = await suggest(pull);
    expect(pull.github.reviews.map(({ comments }) => comments.length)).toEqual([50]);
    expect(ended.summary).toContain('70 lines did not fit');
    await suggest(pull);
    await suggest(pull);
    expect((await suggest(pull)).summary).toContain('120 lines had one from an earlier run');
    expect(pull.github.reviews.map(({ comments }) => comments.length)).toEqual([50, 50, 20]);
    const lines = pull.github.reviews.flatMap(({ comments }) => comments.map(({ line }) => line));
    expect(new Set(lines).size).toBe(120);
  });

  it('leaves a pull request that has moved on to the run of its new head', async () => {
    const pull = await openPull({ 'x.md': '' }, { 'a.yaml': pod(old) });
    pull.github.head = 'f'.repeat(40);
    const ended = await suggest(pull);
    expect([ended.code, pull.github.reviews.length]).toEqual([1, 0]);
    expect(ended.summary).toContain('newer commits');
  });

  it('writes nothing on a pull request that is closed', async () => {
    const pull = await openPull({ 'x.md': '' }, { 'a.yaml': pod(old) });
    pull.github.state = 'closed';
    const ended = await suggest(pull);
    expect([ended.code, pull.github.reviews.length]).toEqual([1, 0]);
    expect(ended.summary).toContain('it is closed');
  });

  it.each<Step['event']>([
    events.push('0'.repeat(40), '0'.repeat(40)),
    events.mergeGroup({ base: '0'.repeat(40), head: '0'.repeat(40) }),
    events.dispatch('main'),
  ])('only checks where there is no pull request: $name', async (event) => {
    const pull = await openPull({ 'x.md': '' }, { 'a.yaml': pod(old) });
    const ended = await suggest(pull, { event });
    expect([ended.code, pull.github.requests]).toEqual([1, []]);
    expect(ended.commands.map(({ message }) => message).join()).toContain('has no pull request');
  });
});

describe('an API that refuses', () => {
  const get = (status: number, more: Partial<Fault> = {}): Fault => ({
    method: 'GET',
    path: /files$/,
    status,
    ...more,
  });
  const post = (status: number, more: Partial<Fault> = {}): Fault => ({
    method: 'POST',
    path: /reviews$/,
    status,
    ...more,
  });

  it.each<[string, Fault[], RegExp]>([
    ['401', [get(401, { message: 'Bad credentials' })], /401 Bad credentials.*token is not valid/],
    ['403', [post(403, { message: 'Resource not accessible by integration' })], /pull-requests: write/],
    ['404', [get(404, { message: 'Not Found' })], /404 Not Found/],
    ['422', [post(422, { message: 'Unprocessable Entity' })], /422 Unprocessable Entity.*run the job again/],
    [
      '429, for an hour',
      [get(429, { headers: { 'retry-after': '3600' } })],
      /429.*come back in 3600 s.*later/,
    ],
    [
      '403, for an hour',
      [get(403, { headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '99999999999' } })],
      /403.*come back in/,
    ],
    ['429, without an end', [1, 2, 3].map(() => get(429, { headers: { 'retry-after': '0' } })), /429/],
    ['200 from something else', [1, 2, 3].map(() => get(200)), /no answer.*Run the job again/],
    ['502, without an end', [1, 2, 3].map(() => get(502)), /502.*Run the job again/],
  ])('gets a warning that says what to do, and nothing is lost: %s', async (_, faults, said) => {
    const pull = await openPull({ 'x.md': '' }, { 'a.yaml': pod(old) });
    pull.github.faults.push(...faults);
    const ended = await suggest(pull, { inputs: { 'sarif-file': 'out.sarif' } });
    expect(ended).toMatchObject({ code: 1, outputs: { findings: '1' } });
    expect(ended.outputs['sarif-file']).toMatch(/out\.sarif$/);
    expect(ended.commands).toContainEqual(
      expect.objectContaining({ properties: expect.objectContaining({ file: 'a.yaml' }) as object }),
    );
    expect(ended.summary).toContain('a.yaml');
    expect(warningsOf(ended)).toEqual([expect.stringMatching(said)]);
    expect(pull.github.reviews).toHaveLength(0);
  });

  it.each<[string, Fault[]]>([
    ['429', [get(429, { headers: { 'retry-after': '1' } }), post(429, { headers: { 'retry-after': '0' } })]],
    [
      '403',
      [post(403, { headers: { 'retry-after': '0' }, message: 'You have exceeded a secondary rate limit' })],
    ],
    ['502', [get(502), post(502)]],
    ['200 from something else', [get(200), post(200)]],
    ['502 for a review that was written', [post(502, { done: true })]],
  ])('is asked again where that helps, and says nothing twice: %s', async (_, faults) => {
    const pull = await openPull({ 'x.md': '' }, { 'a.yaml': pod(old) });
    pull.github.faults.push(...faults);
    const ended = await suggest(pull);
    expect(warningsOf(ended)).toEqual([]);
    expect(pull.github.reviews).toHaveLength(1);
    expect(pull.github.comments).toHaveLength(1);
  });

  it('is told from a fork, whose token may only read', async () => {
    const pull = await openPull({ 'x.md': '' }, { 'a.yaml': pod(old) });
    pull.github.permission = 'read';
    const ended = await suggest(pull, { event: events.fork(pull) });
    expect(ended.code).toBe(1);
    expect(warningsOf(ended)).toEqual([expect.stringContaining('pull request from a fork may only read')]);
  });

  it.each([
    ['an object in place of a list', /files$/, {}],
    ['no pull request', /pulls\/7$/, {}],
    ['nothing', /pulls\/7$/, null],
  ])('may answer with something else: %s', async (_, path, body) => {
    const pull = await openPull({ 'x.md': '' }, { 'a.yaml': pod(old) });
    pull.github.faults.push({ method: 'GET', path, status: 200, body });
    const ended = await suggest(pull);
    expect([ended.code, warningsOf(ended)]).toEqual([1, [expect.stringContaining('Run the job again')]]);
    expect(pull.github.reviews).toHaveLength(0);
  });

  it('may name a next page for ever', async () => {
    const pull = await openPull({ 'x.md': '' }, { 'a.yaml': pod(old) });
    const link = `<${pull.github.url}/repos/octo/web/pulls/7/comments>; rel="next"`;
    const empty: Fault = { method: 'GET', path: /comments$/, status: 200, body: [], headers: { link } };
    pull.github.faults.push(...Array.from({ length: 20 }, () => empty));
    expect((await suggest(pull)).code).toBe(1);
    expect(pull.github.faults).toHaveLength(19);
    expect(pull.github.reviews).toHaveLength(1);
  });

  it('may not be there at all', async () => {
    const pull = await openPull({ 'x.md': '' }, { 'a.yaml': pod(old) });
    const ended = await runStep({
      main,
      workspace: pull.repository.folder,
      event: events.pullRequest(pull),
      inputs: { mode: 'suggest', token: 'x' },
    });
    expect(ended).toMatchObject({ code: 1, outputs: { findings: '1' } });
    expect(warningsOf(ended)).toEqual([expect.stringContaining('no answer')]);
  });

  it('is not asked without a token', async () => {
    const pull = await openPull({ 'x.md': '' }, { 'a.yaml': pod(old) });
    const ended = await suggest(pull, { inputs: { token: '' } });
    expect([ended.code, pull.github.requests]).toEqual([1, []]);
    expect(warningsOf(ended)).toEqual([expect.stringContaining('needs the input token')]);
  });
});
