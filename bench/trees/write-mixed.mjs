import { join } from 'node:path';
import { createFiller } from './filler.mjs';
import { folderOf } from './folder-of.mjs';
import { manifest } from './manifest.mjs';
import { createRandom } from './random.mjs';
import { write } from './write.mjs';

const KINDS = ['go', 'go', 'go', 'yaml', 'yaml', 'md', 'json'];
const LARGEST = 200_000;

/** A repository of `files` files; one in a thousand is a manifest with the retired name. */
export function writeMixed(root, files, medianSize) {
  const random = createRandom(files);
  const filler = createFiller(random);
  for (let index = 0; index < files; index++) {
    const hit = index % 1000 === 500;
    const kind = hit ? 'yaml' : random.pick(KINDS);
    const size = Math.min(LARGEST, random.logNormal(medianSize, 1));
    const name = `item-${index}`;
    const text = kind === 'yaml' ? manifest(name, hit ? 'k8s.gcr.io' : '', random) : filler(kind, size);
    write(root, join(folderOf(index), `${name}.${kind}`), text);
  }
}
