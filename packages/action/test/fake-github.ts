import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import type { Repository } from './repository.ts';

export interface Comment {
  readonly path: string;
  readonly line: number;
  readonly side: string;
  readonly body: string;
}

export interface Review {
  readonly commit_id: string;
  readonly event: string;
  readonly body: string;
  readonly comments: readonly Comment[];
}

/** An answer in place of the right one, once. */
export interface Fault {
  readonly method: string;
  readonly path: RegExp;
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly message?: string;
  /** In place of the message. */
  readonly body?: unknown;
  /** The request is carried out all the same, and only its answer is lost. */
  readonly done?: boolean;
}

interface Settings {
  readonly repository: Repository;
  readonly base: string;
  readonly head: string;
  /** Files too large for GitHub to show have no patch. */
  readonly withoutPatch?: readonly string[];
}

interface File {
  readonly filename: string;
  readonly status: string;
  readonly patch?: string;
}

/** Comments that one review may have: GitHub fails with many more. */
const MOST = 100;

/**
 * A server that speaks the parts of GitHub's API that the Action uses, for pull request 7 of octo/web, keeps what is
 * written, and refuses what GitHub refuses.
 */
export class FakeGitHub {
  readonly token = 'ghs_token';
  readonly reviews: Review[] = [];
  /** Comments of others may be put here beforehand. */
  readonly comments: Comment[] = [];
  readonly requests: string[] = [];
  readonly faults: Fault[] = [];
  /** What the token may do. */
  permission: 'read' | 'write' = 'write';
  state: 'open' | 'closed' = 'open';
  /** The head that GitHub knows; the branch may have moved on since the event. */
  head: string;
  readonly url: string;
  readonly #files: readonly File[];

  private constructor({ repository, base, head, withoutPatch = [] }: Settings, port: number) {
    this.url = `http://127.0.0.1:${port}/api/v3`;
    this.head = head;
    this.#files = filesOf(repository, base, head, withoutPatch);
  }

  static async start(settings: Settings): Promise<FakeGitHub> {
    const server = createServer((request, response) => void github.#serve(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const github: FakeGitHub = new FakeGitHub(settings, (server.address() as AddressInfo).port);
    return github;
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '', this.url);
    const method = request.method ?? '';
    this.requests.push(`${method} ${url.pathname}${url.search}`);
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const send = (status: number, answer: unknown, headers: Readonly<Record<string, string>> = {}): void => {
      response.writeHead(status, { 'content-type': 'application/json', connection: 'close', ...headers });
      response.end(typeof answer === 'string' ? answer : JSON.stringify(answer));
    };
    const index = this.faults.findIndex((one) => one.method === method && one.path.test(url.pathname));
    const [fault] = index === -1 ? [] : this.faults.splice(index, 1);
    if (fault?.done) this.#answer(method, url, request.headers.authorization, body);
    if (fault) {
      // What stands before GitHub answers in HTML, and may call it success.
      const answer =
        fault.body !== undefined
          ? fault.body
          : fault.status >= 500 || fault.status === 200
            ? '<html>Unicorn!</html>'
            : { message: fault.message ?? 'no' };
      return send(fault.status, answer, fault.headers);
    }
    const { status, answer, link } = this.#answer(method, url, request.headers.authorization, body);
    send(status, answer, link === undefined ? {} : { link });
  }

  #answer(
    method: string,
    url: URL,
    authorization: string | undefined,
    body: string,
  ): { status: number; answer: unknown; link?: string } {
    const pull = '/api/v3/repos/octo/web/pulls/7';
    if (authorization !== `Bearer ${this.token}`) return refuse(401, 'Bad credentials');
    if (method === 'GET' && url.pathname === pull)
      return { status: 200, answer: { number: 7, state: this.state, head: { sha: this.head } } };
    if (method === 'GET' && url.pathname === `${pull}/files`)
      return this.#page(url, this.#files.slice(0, 3000));
    if (method === 'GET' && url.pathname === `${pull}/comments`) return this.#page(url, this.comments);
    if (method !== 'POST' || url.pathname !== `${pull}/reviews`) return refuse(404, 'Not Found');
    if (this.permission === 'read') return refuse(403, 'Resource not accessible by integration');
    const review = JSON.parse(body) as Review;
    const errors = this.#errorsOf(review);
    if (errors.length > 0) return { status: 422, answer: { message: 'Unprocessable Entity', errors } };
    this.reviews.push(review);
    this.comments.push(...review.comments);
    return { status: 200, answer: { id: this.reviews.length } };
  }

  #page(url: URL, items: readonly unknown[]): { status: number; answer: unknown; link?: string } {
    const size = Math.min(Number(url.searchParams.get('per_page') ?? 30), 100);
    const page = Number(url.searchParams.get('page') ?? 1);
    const next = new URL(`${this.url}${url.pathname.slice('/api/v3'.length)}`);
    next.search = new URLSearchParams({ per_page: String(size), page: String(page + 1) }).toString();
    return {
      status: 200,
      answer: items.slice((page - 1) * size, page * size),
      ...(page * size < items.length && { link: `<${next.href}>; rel="next", <${next.href}>; rel="last"` }),
    };
  }

  #errorsOf({ commit_id, event, body, comments }: Review): string[] {
    const errors: string[] = [];
    if (commit_id !== this.head) errors.push('commit_id is not part of the pull request');
    if (!['COMMENT', 'APPROVE', 'REQUEST_CHANGES'].includes(event)) errors.push('event is not valid');
    if (event === 'COMMENT' && body.trim() === '') errors.push("Body can't be blank");
    if (comments.length > MOST) errors.push('Too many comments');
    for (const comment of comments) {
      if (Buffer.byteLength(comment.body) > 65_536)
        errors.push('Body is too long (maximum is 65536 characters)');
      if (comment.body.trim() === '') errors.push("Body can't be blank");
      if (!['LEFT', 'RIGHT'].includes(comment.side)) errors.push('Side is missing');
      if (Object.keys(comment).some((key) => !['path', 'line', 'side', 'body'].includes(key)))
        errors.push('unknown key');
      const file = this.#files.find(({ filename }) => filename === comment.path);
      if (!file) errors.push('Path could not be resolved');
      else if (!linesOf(file.patch ?? '').has(comment.line))
        errors.push('Pull request review thread line must be part of the diff');
    }
    return errors;
  }
}

const refuse = (status: number, message: string) => ({ status, answer: { message } });

/** The lines of the right side of a patch by their numbers: what a comment can stand on. */
function linesOf(patch: string): ReadonlyMap<number, string> {
  const lines = new Map<number, string>();
  let number = 0;
  for (const line of patch.split('\n')) {
    const start = /^@@ -\S+ \+(\d+)/.exec(line)?.[1];
    if (start !== undefined) number = Number(start);
    else if (/^[ +]/.test(line)) lines.set(number++, line.slice(1));
  }
  return lines;
}

function filesOf(
  repository: Repository,
  base: string,
  head: string,
  withoutPatch: readonly string[],
): File[] {
  const range = `${base}...${head}`;
  const names = repository.git('diff', '--name-status', '-z', '--no-renames', range).split('\0');
  const files: File[] = [];
  for (let index = 0; index + 1 < names.length; index += 2) {
    const [status = '', filename = ''] = names.slice(index, index + 2);
    const diff = repository.git('diff', '--no-renames', range, '--', `:(literal)${filename}`);
    const at = diff.search(/^@@/m);
    const shown = at !== -1 && !withoutPatch.includes(filename);
    files.push({ filename, status: statuses[status] ?? 'changed', ...(shown && { patch: diff.slice(at) }) });
  }
  return files;
}

const statuses: Readonly<Record<string, string>> = { A: 'added', M: 'modified', D: 'removed' };

/** What the head becomes when somebody accepts every suggestion. */
export function accept(text: string, comments: readonly Comment[]): string {
  const lines = text.split('\n');
  for (const { line, body } of comments) {
    const suggestion = /^(`{3,})suggestion\n([^]*?)\n\1$/m.exec(body)?.[2];
    if (suggestion !== undefined) lines[line - 1] = suggestion;
  }
  return lines.join('\n');
}
