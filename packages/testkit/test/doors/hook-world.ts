import { execFile, execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { testTool } from '../../src/index.ts';

const root = fileURLToPath(new URL('../../../../', import.meta.url));

export interface Ran {
  readonly code: number;
  /** Standard output and error, as they came. */
  readonly said: string;
}

/** Temporary folders in which hooks are installed and run as their users would, without what is around a test. */
export class HookWorld {
  readonly folder = mkdtempSync(join(tmpdir(), 'regmigrate-doors-'));
  readonly #env: NodeJS.ProcessEnv;

  constructor() {
    const outside = Object.entries(process.env).filter(
      ([name]) => !/^(?:GIT_|npm_|PRE_COMMIT|CI$)/i.test(name),
    );
    const path = (process.env['PATH'] ?? '').split(delimiter).filter((part) => !part.startsWith(root));
    const preCommit = testTool('pre-commit');
    writeFileSync(join(this.folder, '.gitconfig'), '[user]\n  name = test\n  email = test@example.com\n');
    this.#env = {
      ...Object.fromEntries(outside),
      GIT_CONFIG_GLOBAL: join(this.folder, '.gitconfig'),
      PATH: [...(preCommit ? [dirname(preCommit)] : []), ...path].join(delimiter),
      PRE_COMMIT_HOME: join(this.folder, 'pre-commit'),
      PRE_COMMIT_COLOR: 'never',
      NO_COLOR: '1',
    };
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  run(cwd: string, program: string, ...args: readonly string[]): Promise<Ran> {
    return new Promise((done) => {
      const options = { cwd, env: this.#env, encoding: 'utf8', maxBuffer: 2 ** 26 } as const;
      execFile(program, args, options, (error, stdout, stderr) => {
        const code = error === null ? 0 : typeof error.code === 'number' ? error.code : -1;
        done({ code, said: stdout + stderr });
      });
    });
  }

  /** Gives what the program says. */
  async must(cwd: string, program: string, ...args: readonly string[]): Promise<string> {
    const { code, said } = await this.run(cwd, program, ...args);
    if (code !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${code}:\n${said}`);
    return said;
  }

  /** A repository that holds what is in the work tree now, as far as building the command needs it. */
  async source(): Promise<string> {
    const folder = join(this.folder, 'source');
    const parts = ['.', ':!fixtures', ':!bench', ':!docs'];
    const list = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--', ...parts];
    for (const path of execFileSync('git', list, { cwd: root, encoding: 'utf8' }).split('\0')) {
      // A file may be gone, and not yet for Git.
      if (path !== '' && lstatSync(join(root, path), { throwIfNoEntry: false })?.isFile())
        cpSync(join(root, path), join(folder, path));
    }
    return this.#commit(folder);
  }

  /** A repository with these files in its one commit. */
  async project(name: string, files: Readonly<Record<string, string>>): Promise<string> {
    const folder = join(this.folder, name);
    mkdirSync(folder);
    write(folder, files);
    return this.#commit(folder);
  }

  async #commit(folder: string): Promise<string> {
    await this.must(folder, 'git', 'init', '-q');
    await this.must(folder, 'git', 'add', '-A');
    await this.must(folder, 'git', 'commit', '-q', '-m', 'all');
    return folder;
  }
}

export function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

export function read(folder: string, name: string): string {
  return existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8') : '';
}

/** A pod with lines enough above and below the image for Git to tell changes of them apart. */
export function pod(image: string, { above = 'web', below = 'Always' } = {}): string {
  return `apiVersion: v1
kind: Pod
metadata:
  name: ${above}
  labels:
    a: a
    b: b
    c: c
spec:
  containers:
    - name: app
      image: ${image}
  dnsPolicy: Default
  hostIPC: false
  hostPID: false
  hostNetwork: false
  restartPolicy: ${below}
`;
}
