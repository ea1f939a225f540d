import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { root } from './bootstrap.mjs';

const pins = { helm4: { kind: 'go', program: 'helm', version: '4.0.0', package: 'example.test/helm' } };
/** Puts what it was asked for where the real one would put the program. */
const go = '#!/bin/sh\necho "$@" > "$GOBIN/helm"\n';
const failingGo =
  '#!/bin/sh\n: > "$GOBIN/half"\necho "go: downloading" >&2\necho "go: no such host" >&2\nexit 1\n';

// The script finds its repository by where it lies, so a copy installs elsewhere.
let repository;
const cache = () => join(repository, '.cache/test-tools');
beforeEach(() => {
  repository = mkdtempSync(join(tmpdir(), 'regmigrate-test-tools-'));
  mkdirSync(join(repository, 'scripts'));
  mkdirSync(join(repository, 'bin'));
  cpSync(join(root, 'scripts/test-tools.mjs'), join(repository, 'scripts/test-tools.mjs'));
  writeFileSync(join(repository, 'scripts/test-tools.json'), JSON.stringify(pins));
});
afterEach(() => rmSync(repository, { recursive: true, force: true }));

function run(goProgram, env = {}) {
  const program = join(repository, 'bin/go');
  rmSync(program, { force: true });
  if (goProgram) writeFileSync(program, goProgram, { mode: 0o755 });
  const script = join(repository, 'scripts/test-tools.mjs');
  const { stdout, status } = spawnSync(process.execPath, [script], {
    env: { PATH: join(repository, 'bin'), ...env },
    encoding: 'utf8',
  });
  return { said: stdout.replace(/\d+\.\d s/, '0 s'), status };
}

describe.skipIf(process.platform === 'win32')('npm run test-tools', () => {
  it('installs what is missing, once', () => {
    expect(run(go)).toEqual({ said: 'helm4 4.0.0: installed, 0 s\n', status: 0 });
    expect(existsSync(join(cache(), 'helm-4.0.0/helm'))).toBe(true);
    expect(run(failingGo)).toEqual({ said: 'helm4 4.0.0: already there, 0 s\n', status: 0 });
  });

  it('says in one line what could not be installed, and fails in CI only', () => {
    const said = 'helm4 4.0.0: not installed, 0 s: go is not on this machine.\n';
    expect(run(undefined)).toEqual({ said, status: 0 });
    expect(run(undefined, { CI: 'true' })).toEqual({ said, status: 1 });
  });

  it('leaves nothing of an installation that failed', () => {
    expect(run(failingGo).said).toBe('helm4 4.0.0: not installed, 0 s: go: no such host.\n');
    expect(readdirSync(cache())).toEqual([]);
  });

  it('links to what Debian has installed, and says what is missing otherwise', () => {
    const pin = (program) => {
      const tool = { kind: 'debian', program, version: 'Debian', package: program };
      writeFileSync(join(repository, 'scripts/test-tools.json'), JSON.stringify({ [program]: tool }));
    };
    pin('env');
    expect(run(undefined).said).toBe('env Debian: installed, 0 s\n');
    expect(existsSync(join(cache(), 'env-Debian/env'))).toBe(true);
    pin('no-such-program');
    expect(run(undefined).said).toContain('apt-get is not on this machine.');
    const apt = '#!/bin/sh\necho "E: are you root?" >&2\nexit 100\n';
    writeFileSync(join(repository, 'bin/apt-get'), apt, { mode: 0o755 });
    expect(run(undefined, { CI: 'true' })).toEqual({
      said: 'no-such-program Debian: not installed, 0 s: E: are you root?.\n',
      status: 1,
    });
  });

  it('installs from npm without running anything of the package', () => {
    const tool = { kind: 'npm', program: 'node', version: '24.0.0', package: 'node-{platform}' };
    writeFileSync(join(repository, 'scripts/test-tools.json'), JSON.stringify({ node24: tool }));
    expect(run(undefined).said).toBe('node24 24.0.0: not installed, 0 s: npm is not on this machine.\n');
    // Puts what it was asked for where the real one would link to the program: the folder is the last but one.
    const npm =
      '#!/bin/sh\nfor last; do folder=$at; at=$last; done\n/bin/mkdir -p "$folder/node_modules/.bin"\necho "$@" > "$folder/node_modules/.bin/node"\n';
    writeFileSync(join(repository, 'bin/npm'), npm, { mode: 0o755 });
    expect(run(undefined)).toEqual({ said: 'node24 24.0.0: installed, 0 s\n', status: 0 });
    const asked = readFileSync(join(cache(), 'node-24.0.0/node'), 'utf8');
    expect(asked).toMatch(/^install --ignore-scripts /);
    expect(asked).toContain(` node-${process.platform}-${process.arch}@24.0.0\n`);
  });

  it('replaces a folder without the program', () => {
    mkdirSync(join(cache(), 'helm-4.0.0/other'), { recursive: true });
    expect(run(go).status).toBe(0);
    expect(readdirSync(join(cache(), 'helm-4.0.0'))).toEqual(['helm']);
  });
});
