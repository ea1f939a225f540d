// The made-up tree that the pages and pictures tell of, as a Git repository in a folder of its own, with the command
// on the PATH as the reader has it.
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { outsideEnvironment, root } from '../bootstrap.mjs';

const bin = join(root, 'packages/cli/bin/regmigrate.js');
const tree = join(root, 'fixtures/pages/shop');

export class Shop {
  #world = mkdtempSync(join(tmpdir(), 'regmigrate-shop-'));
  folder = join(this.#world, 'shop');
  #bin = join(this.#world, 'bin');
  #env;

  constructor() {
    mkdirSync(this.#bin);
    cpSync(tree, this.folder, { recursive: true });
    const settings = { user: { name: 'you', email: 'you@shop.example' }, init: { defaultBranch: 'main' } };
    const sections = Object.entries(settings).map(
      ([name, entries]) =>
        `[${name}]\n${Object.entries(entries)
          .map(([key, value]) => `${key} = ${value}\n`)
          .join('')}`,
    );
    writeFileSync(join(this.#world, 'gitconfig'), sections.join(''));
    const around = Object.entries(outsideEnvironment()).filter(
      ([name]) => !/^(?:GIT_|PRE_COMMIT|CI$|GITHUB_|NO_COLOR$|FORCE_COLOR$|XDG_)/.test(name),
    );
    this.#env = {
      ...Object.fromEntries(around),
      COLUMNS: '80',
      GIT_CONFIG_GLOBAL: join(this.#world, 'gitconfig'),
      GIT_CONFIG_NOSYSTEM: '1',
      HOME: this.#world,
      PRE_COMMIT_HOME: join(this.#world, 'pre-commit'),
      TERM: 'xterm',
    };
    this.#env.PATH = [this.#bin, this.#env.PATH].join(delimiter);
    this.addProgram('regmigrate', `exec '${process.execPath}' '${bin}' "$@"`);
    this.sh('git init -q && git add --all && git commit -q -m "The shop" && git tag shop');
  }

  /** Makes the tree what it was at first. */
  reset() {
    this.sh('git reset -q --hard shop && git clean -q -f -d -x && rm -rf .git/regmigrate .git/hooks/*');
  }

  /** A program of a shell script, before those of the machine. */
  addProgram(name, script) {
    const file = join(this.#bin, name);
    rmSync(file, { force: true });
    writeFileSync(file, `#!/bin/sh\n${script}\n`);
    chmodSync(file, 0o755);
  }

  /** A program of the machine, by its path, whatever its own name. */
  linkProgram(name, path) {
    const file = join(this.#bin, name);
    rmSync(file, { force: true });
    // Some find their files beside themselves.
    if (dirname(path).includes('.cache')) this.addProgram(name, `exec '${path}' "$@"`);
    else symlinkSync(path, file);
  }

  write(name, text) {
    mkdirSync(dirname(join(this.folder, name)), { recursive: true });
    writeFileSync(join(this.folder, name), text);
  }

  /** Gives the exit code, and what was said as a terminal shows it: output and errors as they came. */
  try(script, { env = {}, cwd = this.folder } = {}) {
    const { error, status, stdout } = spawnSync('bash', ['-c', `exec 2>&1\n${script}`], {
      cwd,
      env: { ...this.#env, ...env },
      encoding: 'utf8',
    });
    if (error) throw error;
    return { code: status, said: stdout };
  }

  /** Gives what was said; throws if the exit code is another than `wanted`. */
  sh(script, { wanted = 0, env = {} } = {}) {
    const { code, said } = this.try(script, { env });
    if (code !== wanted) throw new Error(`exit code ${code}, not ${wanted}, of: ${script}\n${said}`);
    return said;
  }

  remove() {
    rmSync(this.#world, { recursive: true, force: true });
  }
}
