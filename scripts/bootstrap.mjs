// Makes a fresh clone ready with nothing but Node and npm: checks Node, installs with the pinned pnpm,
// builds what is stale. No dependencies, and no syntax newer than the check of the Node version itself.
import { spawnSync } from 'child_process';
import { createHash } from 'crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'fs';
import { delimiter, dirname, join, relative, sep } from 'path';
import { fileURLToPath } from 'url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const oldest = [20, 19];
const modules = join(root, 'node_modules');
const lockfile = join(root, 'pnpm-lock.yaml');
const lock = join(root, '.bootstrap.lock');
const bundle = join(root, 'packages/cli/dist/main.js');

/** Why a clone could not be made ready, in words for the user. */
export class BootstrapError extends Error {}

/** Says why this version of Node is not enough, or nothing if it is. */
export function nodeFault(version) {
  const [major, minor] = version.split('.').map(Number);
  const enough = major > oldest[0] || (major === oldest[0] && minor >= oldest[1]);
  return enough ? undefined : `Node ${oldest.join('.')} or newer is needed, and this is ${version}.`;
}

/** The environment for tools, without settings of the surrounding npm that would change what they do. */
export function toolEnvironment(env = process.env) {
  const leaks =
    /^npm_(config_(omit|include|production|only|dev|global|location|prefix|local_prefix|dry_run|force|workspaces?|ignore_scripts|package|call|package_lock|save|loglevel)|package_.*|lifecycle_.*|command)$/i;
  const clean = { TURBO_TELEMETRY_DISABLED: '1', TURBO_NO_UPDATE_NOTIFIER: '1' };
  for (const [name, value] of Object.entries(env)) {
    if (name !== 'NODE_ENV' && !leaks.test(name)) clean[name] = value;
  }
  return clean;
}

/** Where the user is: npm runs scripts in the root, and remembers where it was called. */
export function callerDirectory(env = process.env, cwd = process.cwd()) {
  // A script that npm started may start us again elsewhere; then what npm remembers is stale.
  const calledByNpm = env.npm_lifecycle_event === 'regmigrate' && relative(root, cwd) === '';
  return (calledByNpm && env.INIT_CWD) || cwd;
}

/** Arguments for spawn that run npm (or npx) as the user has it. */
export function npmCommand(name, args, env = process.env) {
  const cli = env.npm_execpath;
  const script = cli && /npm-cli\.js$/.test(cli) ? join(dirname(cli), `${name}-cli.js`) : undefined;
  if (script && existsSync(script))
    return { command: process.execPath, args: [script, ...args], shell: false };
  return { command: name, args, shell: process.platform === 'win32' };
}

/** Runs a tool of the repository, found in its node_modules, with the user's terminal; gives its exit code. */
export function runTool(script, args, options = {}) {
  const result = spawnSync(process.execPath, [join(modules, script), ...args], {
    cwd: root,
    stdio: 'inherit',
    env: withBins(toolEnvironment()),
    ...options,
  });
  if (result.error) throw result.error;
  return result.status === null ? 1 : result.status;
}

export const tools = {
  eslint: 'eslint/bin/eslint.js',
  knip: 'knip/bin/knip.js',
  pnpm: 'pnpm/bin/pnpm.cjs',
  prettier: 'prettier/bin/prettier.cjs',
  turbo: 'turbo/bin/turbo',
  vitest: 'vitest/vitest.mjs',
};

export function requireNode() {
  const fault = nodeFault(process.versions.node);
  if (fault) throw new BootstrapError(fault);
}

/** Installs unless what is installed came from this very lockfile. */
export function ensureInstalled() {
  const stamp = stampFile('installed');
  const wanted = digest([readFileSync(lockfile), `${process.platform}-${process.arch}`]);
  if (readStamp(stamp) === wanted) return;
  locked(() => {
    if (readStamp(stamp) === wanted) return;
    process.stderr.write(`regmigrate: installing${existsSync(modules) ? '' : ' (first run)'}…\n`);
    installWithPnpm([]);
    writeStamp(stamp, wanted);
  });
}

function installWithPnpm(filter) {
  const pin = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).packageManager;
  const install = ['pnpm', 'install', '--frozen-lockfile', '--prefer-offline', ...filter];
  const npm = npmCommand('npm', ['exec', '--yes', `--package=${pin}`, '--', ...install]);
  quietly('install', npm.command, npm.args, { shell: npm.shell });
}

/** Builds the command unless its sources are as they were when it was last built. */
export function ensureBuilt() {
  const stamp = stampFile('built');
  if (existsSync(bundle) && readStamp(stamp) === sourcesDigest()) return;
  locked(() => {
    // Taken before the build, so that an edit made meanwhile counts as newer.
    const wanted = sourcesDigest();
    if (existsSync(bundle) && readStamp(stamp) === wanted) return;
    const turbo = ['run', 'build', '--filter=regmigrate', '--output-logs=errors-only'];
    quietly('build', process.execPath, [join(modules, tools.turbo), ...turbo], {});
    writeStamp(stamp, wanted);
  });
}

/** Installs and builds what the command is made of, and no more; what npm may have installed is in nobody's way. */
export function ensureCommand() {
  forgetOverwritten();
  const stamp = stampFile('built');
  if (existsSync(bundle) && readStamp(stamp) === sourcesDigest()) return;
  locked(() => {
    const wanted = sourcesDigest();
    installWithPnpm(['--filter=regmigrate...']);
    quietly('build', process.execPath, ['build.mjs'], { cwd: join(root, 'packages/cli') });
    writeStamp(stamp, wanted);
  });
}

/** npm puts its own packages in place of pnpm's; after that the next `ensureInstalled` has to begin anew. */
function forgetOverwritten() {
  const ofNpm = join(modules, '.package-lock.json');
  if (!existsSync(ofNpm)) return;
  for (const file of [ofNpm, join(modules, '.modules.yaml'), stampFile('installed')])
    rmSync(file, { force: true });
}

/** What the build reads, by name, size and time: reading a few hundred files would cost more than it tells. */
function sourcesDigest() {
  const parts = [readFileSync(lockfile)];
  const note = (file) => {
    const stat = statSync(file, { throwIfNoEntry: false });
    if (stat) parts.push(`${relative(root, file)} ${stat.size} ${stat.mtimeMs}\n`);
  };
  const walk = (folder) => {
    if (!existsSync(folder)) return;
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) walk(path);
      else if (!entry.name.endsWith('.test.ts')) note(path);
    }
  };
  note(join(root, 'tsconfig.base.json'));
  note(join(root, 'packages/cli/build.mjs'));
  for (const name of readdirSync(join(root, 'packages')).sort()) {
    note(join(root, 'packages', name, 'package.json'));
    walk(join(root, 'packages', name, 'src'));
    walk(join(root, 'packages', name, 'data'));
  }
  return digest(parts);
}

function quietly(what, command, args, options) {
  const env = withBins(toolEnvironment());
  const all = { cwd: root, env, maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'pipe'], ...options };
  const result = spawnSync(command, args, all);
  if (result.error) throw new BootstrapError(`cannot ${what}: ${result.error.message}`);
  if (result.status === 0) return;
  process.stderr.write(result.stdout);
  process.stderr.write(result.stderr);
  throw new BootstrapError(`cannot ${what}: see above (exit ${result.status || result.signal}).`);
}

/** One process at a time installs or builds; the others wait and then find it done. */
function locked(work) {
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw new BootstrapError(`cannot write to ${root}: ${error.message}`);
      if (isAbandoned()) rmSync(lock, { force: true });
      else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
    }
  }
  try {
    work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function isAbandoned() {
  try {
    if (Date.now() - statSync(lock).mtimeMs > 10 * 60 * 1000) return true;
    const holder = Number(readFileSync(lock, 'utf8'));
    if (holder > 0) process.kill(holder, 0);
    return false;
  } catch (error) {
    // Gone meanwhile is as good as held: the next attempt tells.
    return error.code === 'ESRCH';
  }
}

function withBins(env) {
  const name = Object.keys(env).find((key) => key.toUpperCase() === 'PATH') || 'PATH';
  return { ...env, [name]: [join(modules, '.bin'), env[name]].join(delimiter) };
}

/** PATH without this repository's own tools, for trying things out as a user would. */
export function outsideEnvironment() {
  const env = toolEnvironment();
  const name = Object.keys(env).find((key) => key.toUpperCase() === 'PATH') || 'PATH';
  const inside = (folder) => folder === root || folder.startsWith(root + sep);
  const folders = (env[name] || '').split(delimiter).filter((folder) => !inside(folder));
  return { ...env, [name]: folders.join(delimiter) };
}

const stampFile = (name) => join(modules, '.regmigrate', name);

function readStamp(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

function writeStamp(file, value) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, value);
}

function digest(parts) {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
}
