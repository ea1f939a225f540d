import { posix } from 'node:path';
import type { Tree } from '@regmigrate/core';
import { isKustomization } from '../kustomize/is-kustomization.ts';
import type { Kustomization, Ref } from '../kustomize/kustomization.ts';
import type { KustomizeTree } from '../kustomize/kustomize-tree.ts';
import type { Deployment } from './deployment.ts';

/**
 * What a tool builds: the kustomization of the folder with the changes of the deployment in it. Undefined where there
 * is none to build.
 */
export function deployedKustomization(
  deployment: Deployment,
  kustomizations: KustomizeTree,
  tree: Tree,
): Kustomization | undefined {
  const { file, folder, images, patches, components, generates } = deployment;
  const own = kustomizations.inFolder(folder) ?? (generates ? generated(file, folder, tree) : undefined);
  if (!own) return undefined;
  return {
    ...own,
    patches: [...own.patches, ...patches],
    components: [...own.components, ...components],
    ...(images.entries.length > 0 && { written: images }),
  };
}

/** More files than a folder has that people deploy. */
const FILES_LIMIT = 5000;

/** All manifests in a folder and below; a folder with a kustomization is taken as a whole. */
function generated(file: string, folder: string, tree: Tree): Kustomization {
  const resources: Ref[] = [];
  const add = (path: string): void => {
    resources.push({ value: posix.relative(folder, path), span: { start: 0, end: 0 } });
  };
  const pending = [folder];
  for (let at = pending.pop(); at !== undefined && resources.length < FILES_LIMIT; at = pending.pop())
    for (const name of tree.list(at)) {
      const path = posix.join(at, name);
      if (/\.ya?ml$/.test(name)) add(path);
      else if (!name.endsWith('/') || name === '.git/') continue;
      else if (tree.list(path).some(isKustomization)) add(path.replace(/\/$/, ''));
      else pending.push(path);
    }
  const nothing = { components: [], patches: [], images: [], transformers: [], configurations: [] };
  return { path: file, folder, isComponent: false, resources, ...nothing, files: [], unfollowed: [] };
}
