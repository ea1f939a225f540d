import { join } from 'node:path';
import { commands } from '../commands.mjs';
import { measure } from '../measure.mjs';
import { peakMemory } from '../peak-memory.mjs';
import { once } from '../trees/write.mjs';
import {
  KUSTOMIZATIONS_OF_APP,
  MANIFESTS_OF_APP,
  writeKustomizations,
} from '../trees/write-kustomizations.mjs';

/**
 * Kustomizations and the manifests that they use, against the same manifests with nothing that ties them together,
 * and against half of both: neither time nor memory may grow faster than the tree.
 */
export async function measureKustomize({ work, slowRounds, sizes: { apps } }) {
  const place = (name, count, options) => {
    const cwd = join(work, `kustomize-${name}-${count}`);
    once(cwd, () => writeKustomizations(cwd, count, options));
    return { cwd, state: work };
  };
  const half = place('whole', apps / 2);
  const places = [place('whole', apps), place('plain', apps, { plain: true }), half];
  const lints = places.map(() => commands.lint);
  const [lint, plain, lintHalf] = measure(lints, slowRounds, (index) => places[index]);
  const [megabytes, plainMegabytes, halfMegabytes] = await inTurn(places, (at) =>
    peakMemory(commands.lint, at),
  );
  return {
    kustomizations: apps * KUSTOMIZATIONS_OF_APP,
    manifests: apps * MANIFESTS_OF_APP,
    ...{ lint, plain, half: lintHalf, megabytes, plainMegabytes, halfMegabytes },
  };
}

async function inTurn(items, work) {
  const results = [];
  for (const item of items) results.push(await work(item));
  return results;
}
