import { childOf, readOutline } from '@regmigrate/formats/yaml';
import { usedBy } from './closure-of.ts';
import { readConfiguration, readFieldSpecs, type FieldSpec } from './field-spec.ts';
import type { Kustomization, PatchRef, Ref } from './kustomization.ts';
import type { KustomizeTree } from './kustomize-tree.ts';
import type { Source } from './scalar.ts';

/** The fields that kustomizations and what they use add to those in which `images` look. */
export function fieldSpecsOf(
  tree: KustomizeTree,
  kustomizations: readonly Kustomization[],
): readonly FieldSpec[] {
  const specs = new Map<string, FieldSpec>();
  for (const used of usedBy(tree, kustomizations)) {
    const configured = used.configurations.flatMap((ref) => sourceOf(tree, used, ref));
    const transformers = used.transformers.flatMap((ref) => transformerSources(tree, used, ref));
    for (const spec of [
      ...configured.flatMap(readConfiguration),
      ...transformers.flatMap(readTransformerSpecs),
    ])
      specs.set(JSON.stringify(spec), spec);
  }
  return [...specs.values()];
}

function sourceOf(tree: KustomizeTree, from: Kustomization, ref: Ref): readonly Source[] {
  const target = tree.resolve(from, ref);
  const text = target.kind === 'file' ? tree.read(target.path) : undefined;
  return target.kind === 'file' && text !== undefined ? [{ file: target.path, text, offset: 0 }] : [];
}

/** Of a folder, the files that it lists itself; folders in folders are met on their own. */
function transformerSources(tree: KustomizeTree, from: Kustomization, ref: PatchRef): readonly Source[] {
  if ('inline' in ref) return [ref.inline];
  const target = tree.resolve(from, ref.path);
  if (target.kind !== 'folder') return sourceOf(tree, from, ref.path);
  const { kustomization } = target;
  return kustomization.resources.flatMap((path) => sourceOf(tree, kustomization, path));
}

function readTransformerSpecs(source: Source): readonly FieldSpec[] {
  if (!source.text.includes('fieldSpecs')) return [];
  return readOutline(source.text).documents.flatMap((document) =>
    childOf(document, 'imageTag') ? readFieldSpecs(source, childOf(document, 'fieldSpecs')) : [],
  );
}
