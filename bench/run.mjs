// `pnpm bench`: see README.md beside this file.
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { rows } from './rows.mjs';
import { measureFix, measureLint, measureOne, measureScale } from './suites.mjs';
import { renderTable } from './render-table.mjs';
import { store } from './store.mjs';
import { versions } from './versions.mjs';

const { values } = parseArgs({
  options: {
    keep: { type: 'string' },
    tree: { type: 'string' },
    rounds: { type: 'string', default: '7' },
    scale: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
  },
});

const work = values.keep ? resolve(values.keep) : mkdtempSync(join(tmpdir(), 'regmigrate-bench-'));
const settings = {
  work,
  rounds: values.quick ? 1 : Number(values.rounds),
  files: values.quick ? { mixed: 7_000, manifests: 500 } : { mixed: 70_000, manifests: 5_000 },
};
const say = (text) => process.stderr.write(`${text} …\n`);

try {
  if (values.tree) {
    // Somebody's own tree is only read: what fix would do to it is not for a benchmark.
    console.log(renderTable(rows({ lint: await measureLint(settings, say, resolve(values.tree)) })));
  } else {
    const results = {
      ...versions(),
      cores: availableParallelism(),
      rounds: settings.rounds,
      one: measureOne(settings, say),
      lint: await measureLint(settings, say),
      fix: await measureFix(settings, say),
      ...(values.scale && { scale: measureScale(settings, say) }),
    };
    console.log(renderTable(rows(results)));
    if (!values.quick) store(results);
  }
} finally {
  if (!values.keep) rmSync(work, { recursive: true, force: true });
}
