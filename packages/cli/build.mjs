// Bundles the command with all workspace packages into dist/, so that the published package installs
// nothing but @vscode/ripgrep.
//
// Data files. The rules package keeps data in packages/rules/data, copied here to dist/data. All chunks lie
// flat in dist/ (see chunkNames), so a module of the bundle finds the data at './data/' relative to its own
// URL; from packages/rules/{src,dist}/catalogue/ it is at '../../data/'. The loader tries both, in this order.
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const outdir = join(here, 'dist');
const data = join(here, '../rules/data');

const workers = readdirSync(join(here, 'src')).filter((name) => name.endsWith('-worker.ts'));

const { outputFiles, metafile } = await build({
  absWorkingDir: here,
  entryPoints: ['src/main.ts', ...workers.map((name) => `src/${name}`)],
  outdir,
  chunkNames: '[name]-[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  conditions: ['@regmigrate/source'],
  external: ['@vscode/ripgrep'],
  // Some of what is bundled for `verify` asks for modules of Node in the old way.
  banner: {
    js: "import { createRequire as requireOfNode } from 'node:module'; const require = requireOfNode(import.meta.url);",
  },
  sourcemap: false,
  logLevel: 'warning',
  write: false,
  metafile: true,
});

// Nothing is removed before the bundle is known to be good.
rmSync(outdir, { recursive: true, force: true });
mkdirSync(outdir, { recursive: true });
for (const file of outputFiles) writeFileSync(join(outdir, basename(file.path)), file.contents);
if (existsSync(data)) cpSync(data, join(outdir, 'data'), { recursive: true });
writeFileSync(join(outdir, 'LICENSES.txt'), licences());

/** The licences of the packages of others in the bundle, which ask to go where the code goes. */
function licences() {
  const folders = Object.keys(metafile.inputs).flatMap((input) => {
    const [, folder] = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input) ?? [];
    return folder === undefined ? [] : resolve(here, folder);
  });
  const texts = [...new Set(folders)].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    if (!file) throw new Error(`${name} has no licence to go with it`);
    return `${name} ${version}: ${license}\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
  });
  return texts.join(`\n${'-'.repeat(80)}\n\n`);
}
