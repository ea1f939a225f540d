import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { commands } from '../commands.mjs';
import { measure } from '../measure.mjs';
import { once } from '../trees/write.mjs';
import { cleanFiles, stagedFiles, writeRepository } from '../trees/write-repository.mjs';

/** Ten named files of a large repository, as pre-commit names them, against a Node that does nothing. */
export function measureStaged({ work, rounds, sizes }) {
  const cwd = join(work, `repository-${sizes.mixed}`);
  once(cwd, () => writeRepository(cwd, sizes.mixed));
  const names = stagedFiles(cwd);
  const missing = names.filter((name) => !existsSync(join(cwd, name)));
  if (missing.length > 0) throw new Error(`not in the repository: ${missing.join(', ')}`);
  const contestants = [commands.lintFiles(...names), commands.lintFiles(...cleanFiles(cwd)), commands.node];
  const [lint, clean, node] = measure(contestants, rounds * 3, () => ({ cwd, state: work }));
  return { files: sizes.mixed, named: names.length, lint, clean, node };
}
