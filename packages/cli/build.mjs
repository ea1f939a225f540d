// Bundles the command with all workspace packages into dist/, so that the published package installs
// nothing but @vscode/ripgrep. `node build.mjs [folder]`.
//
// Data files. The rules package keeps data in packages/rules/data, copied here to dist/data. All chunks lie
// flat in dist/ (see chunkNames), so a module of the bundle finds the data at './data/' relative to its own
// URL; from packages/rules/{src,dist}/catalogue/ it is at '../../data/'. The loader tries both, in this order.
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { licences } from './licences.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const outdir = resolve(process.argv[2] ?? join(here, 'dist'));
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
writeFileSync(join(outdir, 'LICENSES.txt'), licences(here, metafile));
