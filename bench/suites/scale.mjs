import { join } from 'node:path';
import { commands } from '../commands.mjs';
import { measure } from '../measure.mjs';
import { once } from '../trees/write.mjs';
import { writeMixed } from '../trees/write-mixed.mjs';

/** Small files, more and more of them: the cost of one must stay the same. */
export function measureScale({ work, slowRounds, sizes }, say) {
  return sizes.scale.map((files) => {
    say(`scale: ${files} files`);
    const cwd = join(work, `scale-${files}`);
    once(cwd, () => writeMixed(cwd, files, 300));
    const place = { cwd, state: work };
    const [lint, rg] = measure([commands.lint, commands.rg], slowRounds, () => place);
    return { files, lint, rg, microsecondsPerFile: Math.round((lint.median / files) * 10_000) / 10 };
  });
}
