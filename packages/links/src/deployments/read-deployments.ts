import { posix } from 'node:path';
import type { Tree } from '@regmigrate/core';
import { childOf, readOutline, type OutlineNode } from '@regmigrate/formats/yaml';
import { readEntry } from '../kustomize/entry.ts';
import { readPatchItem } from '../kustomize/read-kustomization.ts';
import { itemsOf, scalarAt, scalarOf, type Source } from '../kustomize/scalar.ts';
import { deploymentPattern } from './deployment-pattern.ts';
import type { Deployment } from './deployment.ts';
import { readImageArgument } from './read-image-argument.ts';

/** The deployments of folders of the tree that a file declares, as far as they change images. */
export function readDeployments(file: string, text: string, tree: Tree): readonly Deployment[] {
  if (!new RegExp(deploymentPattern).test(text)) return [];
  const source: Source = { file, text, offset: 0 };
  return readOutline(text)
    .documents.flatMap((document) => [document, ...itemsOf(childOf(document, 'items'))])
    .flatMap((object) => readObject(source, object, tree))
    .filter(
      ({ images, patches, components }) => images.entries.length + patches.length + components.length > 0,
    );
}

function readObject(source: Source, object: OutlineNode, tree: Tree): readonly Deployment[] {
  const kind = scalarAt(source, object, 'kind')?.value;
  const spec = childOf(object, 'spec');
  const group = scalarAt(source, object, 'apiVersion')?.value ?? '';
  if (group.startsWith('kustomize.toolkit.fluxcd.io/') && kind === 'Kustomization')
    return fluxKustomization(source, spec, tree);
  if (!group.startsWith('argoproj.io/')) return [];
  if (kind === 'Application') return application(source, spec, 'spec', tree);
  return kind === 'ApplicationSet'
    ? application(source, childOf(childOf(spec, 'template'), 'spec'), 'spec.template.spec', tree)
    : [];
}

/** https://argo-cd.readthedocs.io/en/stable/user-guide/kustomize/ */
function application(
  source: Source,
  spec: OutlineNode | undefined,
  at: string,
  tree: Tree,
): readonly Deployment[] {
  const sources = [
    { node: childOf(spec, 'source'), locator: `${at}.source` },
    ...itemsOf(childOf(spec, 'sources')).map((node, index) => ({ node, locator: `${at}.sources[${index}]` })),
  ];
  return sources.flatMap(({ node, locator }) => {
    const kustomize = childOf(node, 'kustomize');
    const folder = folderAt(tree, scalarAt(source, node, 'path')?.value);
    if (!kustomize || folder === undefined) return [];
    const images = itemsOf(childOf(kustomize, 'images')).flatMap(
      (item, index) => readImageArgument(source, item, `${locator}.kustomize.images[${index}]`) ?? [],
    );
    const written = { entries: images, by: 'set' } as const;
    return [
      { file: source.file, folder, images: written, ...changesIn(source, kustomize), generates: false },
    ];
  });
}

/** https://fluxcd.io/flux/components/kustomize/kustomizations/ */
function fluxKustomization(source: Source, spec: OutlineNode | undefined, tree: Tree): readonly Deployment[] {
  const folder = folderAt(tree, scalarAt(source, spec, 'path')?.value ?? '.');
  if (folder === undefined) return [];
  const images = itemsOf(childOf(spec, 'images')).flatMap(
    (item, index) => readEntry(source, item, `spec.images[${index}]`) ?? [],
  );
  const written = { entries: images, by: 'merge' } as const;
  return [{ file: source.file, folder, images: written, ...changesIn(source, spec), generates: true }];
}

const changesIn = (
  source: Source,
  node: OutlineNode | undefined,
): Pick<Deployment, 'patches' | 'components'> => ({
  patches: itemsOf(childOf(node, 'patches')).flatMap((item) => readPatchItem(source, item)),
  components: itemsOf(childOf(node, 'components')).flatMap((item) => scalarOf(source, item) ?? []),
});

/** Paths are from the top of the repository; that it is this one is taken for granted where it has such a folder. */
function folderAt(tree: Tree, path: string | undefined): string | undefined {
  if (path === undefined || /\{\{|\$\{|\n/.test(path)) return undefined;
  const folder = tree.nameOf(posix.join(tree.root, `./${path}`));
  return tree.list(folder).length > 0 ? folder : undefined;
}
