import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { commands, run } from '../commands.mjs';
import { measure } from '../measure.mjs';
import { peakMemory } from '../peak-memory.mjs';
import { checkFix } from '../same-answers.mjs';
import { once } from '../trees/write.mjs';
import { writeManifests } from '../trees/write-manifests.mjs';

/** Files that all change, against grep and sed. Each run gets a fresh copy that is on the disk already. */
export async function measureFix({ work, rounds, sizes }) {
  const tree = join(work, `manifests-${sizes.manifests}`);
  once(tree, () => writeManifests(tree, sizes.manifests));
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
  checkFix(fixed.cwd, replaced.cwd);
  const [fix, sed] = measure([commands.fix, commands.sed], rounds, () => copy('run'));
  const lintPlace = { cwd: tree, state: work };
  const [lint] = measure([commands.lint], rounds, () => lintPlace);
  const megabytes = await peakMemory(commands.fix, copy('run'));
  return { files: sizes.manifests, fix, sed, lint, megabytes };
}
