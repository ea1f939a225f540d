// `pnpm bench`: see README.md beside this file.
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { rows } from './rows.mjs';
import { renderTable } from './render-table.mjs';
import { store } from './store.mjs';
import { measureCharts } from './suites/charts.mjs';
import { measureFix } from './suites/fix.mjs';
import { measureKustomize } from './suites/kustomize.mjs';
import { measureLint } from './suites/lint.mjs';
import { measureOne } from './suites/one.mjs';
import { measureScale } from './suites/scale.mjs';
import { measureStaged } from './suites/staged.mjs';
import { measureVerify } from './suites/verify.mjs';
import { versions } from './versions.mjs';

const { values } = parseArgs({
  options: {
    keep: { type: 'string' },
    tree: { type: 'string' },
    rounds: { type: 'string', default: '7' },
    only: { type: 'string' },
    scale: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
  },
});

const suites = {
  one: measureOne,
  lint: measureLint,
  fix: measureFix,
  charts: measureCharts,
  verify: measureVerify,
  kustomize: measureKustomize,
  staged: measureStaged,
  scale: measureScale,
};
if (values.only !== undefined && !Object.hasOwn(suites, values.only))
  throw new Error(`--only takes one of ${Object.keys(suites).join(', ')}`);
const chosen = values.only
  ? [values.only]
  : Object.keys(suites).filter((name) => name !== 'scale' || values.scale);

const SIZES = {
  ...{ mixed: 70_000, manifests: 5_000, charts: 1_000, verified: 20, apps: 400 },
  scale: [50_000, 100_000, 250_000, 500_000],
};
const QUICK_SIZES = {
  ...{ mixed: 7_000, manifests: 500, charts: 100, verified: 4, apps: 40 },
  scale: [5_000, 10_000],
};
const rounds = values.quick ? 1 : Number(values.rounds);
const settings = {
  work: values.keep ? resolve(values.keep) : mkdtempSync(join(tmpdir(), 'regmigrate-bench-')),
  rounds,
  // What runs for seconds varies less, and all of it together is to be done in minutes.
  slowRounds: Math.min(rounds, 3),
  sizes: values.quick ? QUICK_SIZES : SIZES,
};
const say = (text) => process.stderr.write(`${text} …\n`);

try {
  if (values.tree) {
    // Somebody's own tree is only read: what fix would do to it is not for a benchmark.
    console.log(renderTable(rows({ lint: await measureLint({ ...settings, tree: resolve(values.tree) }) })));
  } else {
    const results = { ...versions(), cores: availableParallelism(), rounds };
    for (const name of chosen) {
      say(name);
      const measured = await suites[name](settings, say);
      if (measured !== undefined) results[name] = measured;
    }
    console.log(renderTable(rows(results)));
    if (!values.quick) store(results, values.only);
  }
} finally {
  if (!values.keep) rmSync(settings.work, { recursive: true, force: true });
}
