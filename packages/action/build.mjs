// Bundles the Action into a folder that needs nothing beside it: what it does itself in main.js, the command with
// the data of its rules in command/, the licences of what is in either. `node build.mjs [folder]`; default dist.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { licences } from '../cli/licences.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const cli = join(here, '../cli');
const outdir = resolve(process.argv[2] ?? join(here, 'dist'));

const { outputFiles, metafile } = await build({
  absWorkingDir: here,
  entryPoints: ['src/main.ts'],
  outdir,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  conditions: ['@regmigrate/source'],
  logLevel: 'warning',
  write: false,
  metafile: true,
  plugins: [{ name: 'only-what-is-used', setup: leaveOut }],
});

rmSync(outdir, { recursive: true, force: true });
mkdirSync(outdir, { recursive: true });
execFileSync(process.execPath, [join(cli, 'build.mjs'), join(outdir, 'command')], { stdio: 'inherit' });
// The launcher of the package reaches into dist; here it lies beside what it starts.
const launcher = readFileSync(join(cli, 'bin/regmigrate.js'), 'utf8');
writeFileSync(join(outdir, 'command/regmigrate.js'), launcher.replace('../dist/main.js', './main.js'));
for (const file of outputFiles) writeFileSync(file.path, file.contents);
writeFileSync(join(outdir, 'LICENSES.txt'), licences(here, metafile));
copyFileSync(join(here, '../../LICENSE'), join(outdir, 'LICENSE'));
// Wherever the folder is put, this is what its files are.
writeFileSync(join(outdir, 'package.json'), '{ "type": "module" }\n');

/** `@actions/core` can ask for an identity over HTTP and look at the machine; without these a megabyte is left out. */
function leaveOut({ onResolve, resolve: find }) {
  onResolve({ filter: /^@actions\/(?:http-client|exec)/ }, async ({ path, pluginData, ...from }) => {
    if (pluginData === 'seen') return undefined;
    const found = await find(path, { ...from, pluginData: 'seen' });
    return { ...found, sideEffects: false };
  });
}
