import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createFiller } from './filler.mjs';
import { manifest } from './manifest.mjs';
import { createRandom } from './random.mjs';

const REGISTRY = 'k8s.gcr.io';
const KINDS = ['go', 'go', 'go', 'yaml', 'yaml', 'md', 'json'];
const TOPS = ['cmd', 'pkg', 'internal', 'deploy', 'charts', 'docs', 'test'];
const LARGEST = 200_000;

/** A repository of `files` files; one in a thousand is a manifest with the retired name. */
export function buildMixedTree(root, files, medianSize) {
  build(root, () => {
    const random = createRandom(files);
    const filler = createFiller(random);
    for (let index = 0; index < files; index++) {
      const hit = index % 1000 === 500;
      const kind = hit ? 'yaml' : random.pick(KINDS);
      const size = Math.min(LARGEST, random.logNormal(medianSize, 1));
      const name = `item-${index}`;
      const text = kind === 'yaml' ? manifest(name, hit ? REGISTRY : '', random) : filler(kind, size);
      write(root, folderOf(index), `${name}.${kind}`, text);
    }
  });
}

/** `files` manifests, all with the retired name. */
export function buildManifestTree(root, files) {
  build(root, () => {
    const random = createRandom(files);
    for (let index = 0; index < files; index++) {
      const name = `app-${index}`;
      write(root, folderOf(index), `${name}.yaml`, manifest(name, REGISTRY, random));
    }
  });
}

/** One small manifest with the name, one without. */
export function buildSmallFiles(root) {
  build(root, () => {
    write(root, '', 'hit.yaml', manifest('hit', REGISTRY, createRandom(1)));
    write(root, '', 'clean.yaml', manifest('clean', '', createRandom(1)));
  });
}

/** Some fifteen files a folder, three to five levels deep. */
function folderOf(index) {
  const folder = Math.floor(index / 15);
  const parts = [TOPS[folder % TOPS.length], `group-${folder % 61}`, `unit-${folder % 997}`];
  if (folder % 2 === 0) parts.push(`part-${folder % 13}`);
  return folder % 6 === 0 ? join(...parts, 'testdata') : join(...parts);
}

function write(root, folder, name, text) {
  const path = join(root, folder);
  mkdirSync(path, { recursive: true });
  writeFileSync(join(path, name), text);
}

/** A tree that is there already, complete, is used again. */
function build(root, work) {
  const stamp = `${root}.complete`;
  if (existsSync(stamp)) return;
  mkdirSync(root, { recursive: true });
  work();
  writeFileSync(stamp, '');
}
