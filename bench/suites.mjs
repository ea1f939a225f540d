import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { commands, run } from './commands.mjs';
import { measure } from './measure.mjs';
import { peakMemory } from './peak-memory.mjs';
import { buildManifestTree, buildMixedTree, buildSmallFiles } from './trees.mjs';
import { verifyFix, verifyLint } from './verify.mjs';

const MEDIAN_SIZE = 2_500;
const SCALE = [50_000, 100_000, 250_000, 500_000];

/** One small file, against a Node that does nothing. */
export function measureOne({ work, rounds }, say) {
  say('one file');
  const cwd = join(work, 'small');
  buildSmallFiles(cwd);
  const contestants = [commands.lintOne('hit.yaml'), commands.lintOne('clean.yaml'), commands.node];
  const [hit, clean, node] = measure(contestants, rounds * 5, () => ({ cwd, state: work }));
  return { hit, clean, node };
}

/** A large tree with few hits, against what only searches. */
export async function measureLint({ work, rounds, files }, say, tree) {
  const cwd = tree ?? join(work, `mixed-${files.mixed}`);
  const place = { cwd, state: work };
  if (tree === undefined) {
    say(`${files.mixed} files`);
    buildMixedTree(cwd, files.mixed, MEDIAN_SIZE);
  }
  const found = tree === undefined ? verifyLint(place) : {};
  const [lint, rg, grep] = measure([commands.lint, commands.rg, commands.grep], rounds, () => place);
  return {
    files: tree === undefined ? files.mixed : tree,
    ...found,
    lint,
    rg,
    grep,
    megabytes: await peakMemory(commands.lint, place),
  };
}

/** Files that all change, against grep and sed. Each run gets a fresh copy that is on the disk already. */
export async function measureFix({ work, rounds, files }, say) {
  say(`${files.manifests} manifests`);
  const tree = join(work, `manifests-${files.manifests}`);
  buildManifestTree(tree, files.manifests);
  const copy = (name) => {
    const cwd = join(work, name);
    rmSync(cwd, { recursive: true, force: true });
    mkdirSync(work, { recursive: true });
    cpSync(tree, cwd, { recursive: true });
    spawnSync('sync');
    return { cwd, state: join(work, 'state') };
  };
  const [fixed, replaced] = [copy('fixed'), copy('replaced')];
  run(commands.fix, fixed);
  run(commands.sed, replaced);
  verifyFix(fixed.cwd, replaced.cwd);
  const [fix, sed] = measure([commands.fix, commands.sed], rounds, () => copy('run'));
  const lintPlace = { cwd: tree, state: work };
  const [lint] = measure([commands.lint], rounds, () => lintPlace);
  const megabytes = await peakMemory(commands.fix, copy('run'));
  return { files: files.manifests, fix, sed, lint, megabytes };
}

/** Small files, more and more of them: the cost of one must stay the same. */
export function measureScale({ work, rounds }, say) {
  return SCALE.map((files) => {
    say(`${files} files`);
    const cwd = join(work, `scale-${files}`);
    buildMixedTree(cwd, files, 300);
    const place = { cwd, state: work };
    const [lint, rg] = measure([commands.lint, commands.rg], Math.min(rounds, 3), () => place);
    return { files, lint, rg, microsecondsPerFile: Math.round((lint.median / files) * 10_000) / 10 };
  });
}
