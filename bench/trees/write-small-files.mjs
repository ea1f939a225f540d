import { manifest } from './manifest.mjs';
import { createRandom } from './random.mjs';
import { write } from './write.mjs';

/** One small manifest with the name, one without. */
export function writeSmallFiles(root) {
  write(root, 'hit.yaml', manifest('hit', 'k8s.gcr.io', createRandom(1)));
  write(root, 'clean.yaml', manifest('clean', '', createRandom(1)));
}
