import { join } from 'node:path';
import { commands } from '../commands.mjs';
import { measure } from '../measure.mjs';
import { once } from '../trees/write.mjs';
import { writeSmallFiles } from '../trees/write-small-files.mjs';

/** One small file, against a Node that does nothing. */
export function measureOne({ work, rounds }) {
  const cwd = join(work, 'small');
  once(cwd, () => writeSmallFiles(cwd));
  const contestants = [commands.lintFiles('hit.yaml'), commands.lintFiles('clean.yaml'), commands.node];
  const [hit, clean, node] = measure(contestants, rounds * 5, () => ({ cwd, state: work }));
  return { hit, clean, node };
}
