// Bundles the command with all workspace packages into dist/, so that the published package installs
// nothing but @vscode/ripgrep. `node build.mjs [folder]`.
//
// Data files. The rules package keeps data in packages/rules/data, copied here to dist/data. All chunks lie
// flat in dist/ (see chunkNames), so a module of the bundle finds the data at './data/' relative to its own
// URL; from packages/rules/{src,dist}/catalogue/ it is at '../../data/'. The loader tries both, in this order.
import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
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

// Made beside and then put in place, so that a command that runs meanwhile finds a whole bundle.
const fresh = `${outdir}.${process.pid}.new`;
const stale = `${outdir}.${process.pid}.old`;
mkdirSync(fresh, { recursive: true });
for (const file of outputFiles) writeFileSync(join(fresh, basename(file.path)), file.contents);
if (existsSync(data)) cpSync(data, join(fresh, 'data'), { recursive: true });
writeFileSync(join(fresh, 'LICENSES.txt'), licences(here, metafile));
if (existsSync(outdir)) renameSync(outdir, stale);
renameSync(fresh, outdir);
rmSync(stale, { recursive: true, force: true });
