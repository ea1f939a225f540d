// `npm run -s test-tools`: installs the programs of others that tests call, at the versions pinned in
// test-tools.json, into .cache/test-tools/<program>-<version>/<program>. Packages of ours are not needed.
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const scripts = dirname(fileURLToPath(import.meta.url));
const cache = join(dirname(scripts), '.cache', 'test-tools');
const pinned = JSON.parse(readFileSync(join(scripts, 'test-tools.json'), 'utf8'));

/** Each puts `program` into the folder; that is moved afterwards, so nothing in it may know where it was. */
const kinds = {
  go({ package: path, version, versionVariable }, folder) {
    const linker = ['-s', '-w', ...(versionVariable ? ['-X', `${versionVariable}=v${version}`] : [])].join(
      ' ',
    );
    const env = { ...process.env, CGO_ENABLED: '0', GOBIN: folder };
    run('go', ['install', '-trimpath', `-ldflags=${linker}`, `${path}@v${version}`], env);
  },

  pip({ package: name, version, program }, folder) {
    run('python3', ['-m', 'venv', folder]);
    const install = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', `${name}==${version}`];
    run(join(folder, 'bin/python'), install);
    // The script that pip makes names its interpreter by the path that the folder has now.
    const launcher = `#!/bin/sh\nexec "\${0%/*}/bin/python" "\${0%/*}/bin/${program}" "$@"\n`;
    writeFileSync(join(folder, program), launcher, { mode: 0o755 });
  },

  // Packages whose names end with the platform bring the program itself; nothing of theirs is run to install it.
  npm({ package: name, version, program }, folder) {
    const installed = `${name.replace('{platform}', `${process.platform}-${process.arch}`)}@${version}`;
    const quietly = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
    run('npm', ['install', ...quietly, '--prefix', folder, installed]);
    symlinkSync(`node_modules/.bin/${program}`, join(folder, program));
  },

  // Debian keeps only the newest package, so its name stands for a version. A link that leads nowhere counts as missing.
  debian({ package: name, program }, folder) {
    const installed = `/usr/bin/${program}`;
    if (!existsSync(installed)) {
      const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
      run('apt-get', ['update', '-qq'], env);
      run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], env);
    }
    symlinkSync(installed, join(folder, program));
  },
};

function run(command, args, env = process.env) {
  const { error, status, signal, stdout, stderr } = spawnSync(command, args, { env, encoding: 'utf8' });
  if (error?.code === 'ENOENT') throw new Error(`${command} is not on this machine`);
  if (error) throw error;
  if (status === 0) return;
  const said = `${stdout}\n${stderr}`.trim().split('\n').at(-1);
  throw new Error(said || `${command} ended with ${status ?? signal}`);
}

function install(tool, folder) {
  if (process.platform === 'win32') throw new Error('Windows is not supported');
  mkdirSync(cache, { recursive: true });
  const unfinished = mkdtempSync(join(cache, '.unfinished-'));
  try {
    kinds[tool.kind](tool, unfinished);
    // Another run may have been faster, and its tool may be in use already.
    if (existsSync(join(folder, tool.program))) return;
    rmSync(folder, { recursive: true, force: true });
    renameSync(unfinished, folder);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}

for (const [name, tool] of Object.entries(pinned)) {
  const folder = join(cache, `${tool.program}-${tool.version}`);
  const start = performance.now();
  const seconds = () => `${((performance.now() - start) / 1000).toFixed(1)} s`;
  // Without its end the line says what is being waited for.
  process.stdout.write(`${name} ${tool.version}: `);
  try {
    const there = existsSync(join(folder, tool.program));
    if (!there) install(tool, folder);
    process.stdout.write(`${there ? 'already there' : 'installed'}, ${seconds()}\n`);
  } catch (error) {
    process.stdout.write(`not installed, ${seconds()}: ${error.message}.\n`);
    // On a developer's machine the tests that need it are skipped.
    if (process.env.CI) process.exitCode = 1;
  }
}
