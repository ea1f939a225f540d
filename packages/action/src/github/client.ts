import { setTimeout as sleep } from 'node:timers/promises';
import { GitHubError } from './github-error.ts';
import { limitOf } from './limit-of.ts';

/** Requests to the API of GitHub, one after the other. Both throw a GitHubError. */
export interface Client {
  /** All pages of a list. */
  list<T>(path: string, most: number): Promise<readonly T[]>;
  request<T>(method: 'GET' | 'POST', path: string, body?: object): Promise<T>;
}

const TRIES = 3;
/** Milliseconds. A review with many comments takes GitHub a while. */
const TIMEOUT = 60_000;
/** Milliseconds that one wait may take; who asks for more is not waited for. */
const PATIENCE = 65_000;

interface Answer {
  readonly body: unknown;
  readonly next: string | undefined;
}

export function createClient({ apiUrl, token }: { apiUrl: string; token: string }): Client {
  const headers = {
    accept: 'application/vnd.github+json',
    authorization: `Bearer ${token}`,
    'user-agent': 'regmigrate',
    'x-github-api-version': '2022-11-28',
  };

  /** The answer, with its body where it is one of success; that may be cut off, or none of GitHub's. */
  async function once(method: string, url: string, body?: object): Promise<Answer | Response> {
    try {
      const response = await fetch(url, {
        method,
        headers,
        signal: AbortSignal.timeout(TIMEOUT),
        ...(body && { body: JSON.stringify(body) }),
      });
      return response.ok ? { body: await response.json(), next: nextOf(response) } : response;
    } catch (error) {
      const { cause, message } = error as Error;
      throw new GitHubError(0, `no answer (${cause instanceof Error ? cause.message : message})`);
    }
  }

  async function answer(method: string, url: string, body?: object): Promise<Answer> {
    for (let tries = 1; ; tries++) {
      const got = await once(method, url, body).catch((error: unknown) => error as GitHubError);
      if (!(got instanceof Response || got instanceof GitHubError)) return got;
      const fault = got instanceof Response ? await faultOf(got) : { error: got, wait: undefined };
      // What was refused for a limit was not done; anything else that is not a question may have been.
      const again = fault.wait !== undefined || (method === 'GET' && fault.error.isOpen);
      const wait = fault.wait ?? 500 * 2 ** (tries - 1);
      if (!again || tries === TRIES || wait > PATIENCE) throw fault.error;
      await sleep(wait);
    }
  }

  return {
    async request<T>(method: 'GET' | 'POST', path: string, body?: object) {
      return (await answer(method, `${apiUrl}${path}`, body)).body as T;
    },
    async list<T>(path: string, most: number) {
      const items: T[] = [];
      let url: string | undefined = `${apiUrl}${path}?per_page=100`;
      while (url !== undefined && items.length < most) {
        const page: Answer = await answer('GET', url);
        if (!Array.isArray(page.body)) throw new GitHubError(0, 'something else than a list');
        items.push(...(page.body as T[]));
        // The token goes to the same place only, and after a page without items there are none.
        url = page.body.length > 0 && page.next?.startsWith(`${apiUrl}/`) ? page.next : undefined;
      }
      return items;
    },
  };
}

function nextOf({ headers }: Response): string | undefined {
  return /<([^>]+)>;\s*rel="next"/.exec(headers.get('link') ?? '')?.[1];
}

/** `wait`, in milliseconds, where GitHub asks to come back later. */
async function faultOf(response: Response): Promise<{ error: GitHubError; wait: number | undefined }> {
  const text = await response.text().catch(() => '');
  const said = messageIn(text);
  const wait = limitOf(response, said);
  const asked = wait === undefined ? '' : `, to come back in ${Math.ceil(wait / 1000)} s`;
  return { error: new GitHubError(response.status, `${response.status} ${said}${asked}`.trim()), wait };
}

/** The message and errors of an answer; of a proxy’s page, nothing. */
function messageIn(text: string): string {
  try {
    const { message = '', errors = [] } = JSON.parse(text) as {
      message?: string;
      errors?: readonly unknown[];
    };
    const details = errors.map((error) => (typeof error === 'string' ? error : JSON.stringify(error)));
    return [message, ...details].join('; ').slice(0, 500);
  } catch {
    return '';
  }
}
