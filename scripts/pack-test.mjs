// Packs the built command, installs the package into an empty folder as a user would, and lets it fix a
// manifest. Finds what no test on source can: a file missing from the package, a dependency not declared.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { npmCommand, outsideEnvironment, root, tools } from './bootstrap.mjs';

const manifest = (image) =>
  [
    'apiVersion: v1',
    'kind: Pod',
    'metadata:',
    '  name: pause',
    'spec:',
    '  containers:',
    '    - name: pause',
    `      image: ${image}`,
    '',
  ].join('\n');

function run(what, { command, args, shell = false }, cwd) {
  const env = outsideEnvironment();
  const result = spawnSync(command, args, { cwd, env, shell, encoding: 'utf8', timeout: 300_000 });
  if (result.error) throw result.error;
  const said = `${result.stdout}${result.stderr}`.trim();
  assert.equal(result.status, 0, `${what} ended with ${result.status ?? result.signal}:\n${said}`);
  return result;
}

/** Every file of the folder by its path, leaving out what npm itself put there. */
function snapshot(folder) {
  const files = new Map();
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
  for (const entry of entries) {
    const path = join(entry.parentPath ?? entry.path, entry.name);
    const name = relative(folder, path).replaceAll('\\', '/');
    if (name.split('/').includes('node_modules') || entry.isDirectory()) continue;
    files.set(name, readFileSync(path, 'latin1'));
  }
  return files;
}

function packages(folder) {
  const names = readdirSync(folder).filter((name) => !name.startsWith('.'));
  return names.flatMap((name) =>
    name.startsWith('@') ? readdirSync(join(folder, name)).map((n) => `${name}/${n}`) : name,
  );
}

const temp = realpathSync(mkdtempSync(join(tmpdir(), 'regmigrate-pack-')));
try {
  const packed = join(temp, 'packed');
  const project = join(temp, 'project');
  mkdirSync(packed);
  mkdirSync(join(project, 'deploy'), { recursive: true });

  const pnpm = join(root, 'node_modules', tools.pnpm);
  const pack = { command: process.execPath, args: [pnpm, 'pack', '--pack-destination', packed] };
  run('pnpm pack', pack, join(root, 'packages/cli'));
  const [tarball, ...others] = readdirSync(packed);
  assert.ok(tarball?.endsWith('.tgz') && others.length === 0, 'pnpm pack made one tarball');

  // Without a package.json here npm would look for one in the folders above.
  writeFileSync(join(project, 'package.json'), '{ "private": true }\n');
  const install = ['install', '--no-audit', '--no-fund', '--loglevel=error', join(packed, tarball)];
  run('npm install', npmCommand('npm', install), project);

  const installed = packages(join(project, 'node_modules'));
  const foreign = installed.filter((name) => name !== 'regmigrate' && !name.startsWith('@vscode/ripgrep'));
  assert.deepEqual(foreign, [], 'the package installs ripgrep and nothing else');

  writeFileSync(join(project, 'deploy/pod.yaml'), manifest('k8s.gcr.io/pause:3.1'));
  const expected = snapshot(project);
  expected.set('deploy/pod.yaml', manifest('registry.k8s.io/pause:3.1'));

  run('regmigrate fix', npmCommand('npx', ['--no-install', 'regmigrate', 'fix', './deploy']), project);
  assert.deepEqual(snapshot(project), expected, 'the image moved, and nothing else changed');
  process.stdout.write('packed command: ok\n');
} catch (error) {
  process.stderr.write(
    `packed command: ${error instanceof assert.AssertionError ? error.message : error.stack}\n`,
  );
  process.exitCode = 1;
} finally {
  rmSync(temp, { recursive: true, force: true });
}
