import { join } from 'node:path';
import { commands } from '../commands.mjs';
import { measure } from '../measure.mjs';
import { peakMemory } from '../peak-memory.mjs';
import { checkLint } from '../same-answers.mjs';
import { once } from '../trees/write.mjs';
import { writeMixed } from '../trees/write-mixed.mjs';

const MEDIAN_SIZE = 2_500;

/** A large tree with few hits, or one that is given, against what only searches. */
export async function measureLint({ work, rounds, sizes, tree }) {
  const cwd = tree ?? join(work, `mixed-${sizes.mixed}`);
  const place = { cwd, state: work };
  if (tree === undefined) once(cwd, () => writeMixed(cwd, sizes.mixed, MEDIAN_SIZE));
  const found = tree === undefined ? checkLint(place) : {};
  const [lint, rg, grep] = measure([commands.lint, commands.rg, commands.grep], rounds, () => place);
  return {
    files: tree === undefined ? sizes.mixed : tree,
    ...found,
    lint,
    rg,
    grep,
    megabytes: await peakMemory(commands.lint, place),
  };
}
