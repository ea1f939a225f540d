import { join } from 'node:path';
import { folderOf } from './folder-of.mjs';
import { manifest } from './manifest.mjs';
import { createRandom } from './random.mjs';
import { write } from './write.mjs';

/** `files` manifests, all with the retired name. */
export function writeManifests(root, files) {
  const random = createRandom(files);
  for (let index = 0; index < files; index++) {
    const name = `app-${index}`;
    write(root, join(folderOf(index), `${name}.yaml`), manifest(name, 'k8s.gcr.io', random));
  }
}
