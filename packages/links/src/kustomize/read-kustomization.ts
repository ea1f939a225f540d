import { posix } from 'node:path';
import { childOf, readOutline, type OutlineNode } from '@regmigrate/formats/yaml';
import { readEntry } from './entry.ts';
import type { Kustomization, PatchRef, Ref, Unfollowed } from './kustomization.ts';
import { itemsOf, scalarAt, scalarOf, type Source } from './scalar.ts';

/** Reads a kustomization by spans. Total: of what is no kustomization, an empty one. */
export function readKustomization(path: string, text: string): Kustomization {
  const source: Source = { file: path, text, offset: 0 };
  const [root] = readOutline(text).documents;
  const list = (key: string): readonly OutlineNode[] => itemsOf(childOf(root, key));
  const refs = (key: string): readonly Ref[] => list(key).flatMap((item) => scalarOf(source, item) ?? []);
  const images = [...list('images'), ...list('imageTags')];
  return {
    path,
    folder: posix.dirname(path),
    isComponent: scalarAt(source, root, 'kind')?.value === 'Component',
    resources: [...refs('resources'), ...refs('bases')],
    components: refs('components'),
    patches: [
      ...list('patchesStrategicMerge').flatMap((item) => readItem(source, item)),
      ...list('patches').flatMap((item) => readPatchItem(source, item)),
      ...list('patchesJson6902').flatMap((item) => readPatchItem(source, item)),
    ],
    images: images.flatMap((item, index) => readEntry(source, item, `images[${index}]`) ?? []),
    transformers: list('transformers').flatMap((item) => readItem(source, item)),
    configurations: refs('configurations'),
    files: [
      ...[...list('configMapGenerator'), ...list('secretGenerator')].flatMap((item) => [
        ...generatorFiles(source, item),
      ]),
      ...list('replacements').flatMap((item) => scalarAt(source, item, 'path') ?? []),
      ...refs('generators').filter(({ value }) => !value.includes('\n')),
      ...[...list('helmCharts'), ...list('helmChartInflationGenerator')].flatMap(
        (item) => scalarAt(source, item, 'valuesFile') ?? [],
      ),
      ...[scalarAt(source, childOf(root, 'helmGlobals'), 'chartHome')].filter((home) => home !== undefined),
    ],
    unfollowed: unfollowedIn(source, list),
  };
}

export function readPatchItem(source: Source, item: OutlineNode): readonly PatchRef[] {
  if (item.style !== 'map') return readItem(source, item);
  const path = scalarAt(source, item, 'path');
  const patch = childOf(item, 'patch');
  return [...(path ? [{ path }] : []), ...(patch ? [inlineOf(source, patch)] : [])];
}

/** An item that is a path or the thing itself. */
function readItem(source: Source, item: OutlineNode): readonly PatchRef[] {
  const scalar = scalarOf(source, item);
  if (!scalar) return [];
  const isInline = item.style === 'literal' || item.style === 'folded' || /\n|: |^\s*[[{]/.test(scalar.value);
  return [isInline ? inlineOf(source, item) : { path: scalar }];
}

/** In quotes, characters that are written in another way stand elsewhere than they are read. */
function inlineOf({ file, text, offset }: Source, { span, style }: OutlineNode): PatchRef {
  const written = text.slice(span.start, span.end);
  const isEscaped = style === 'double' ? /[\\\n]/.test(written) : style === 'single' && /''|\n/.test(written);
  return { inline: { file, text: written, offset: offset + span.start }, ...(isEscaped && { isEscaped }) };
}

function* generatorFiles(source: Source, item: OutlineNode): Generator<Ref> {
  for (const key of ['files', 'envs'])
    for (const node of itemsOf(childOf(item, key))) {
      const scalar = scalarOf(source, node);
      // `key=path` gives the content another name.
      if (scalar) yield { ...scalar, value: scalar.value.replace(/^[^=]*=/, '') };
    }
}

function unfollowedIn(source: Source, list: (key: string) => readonly OutlineNode[]): readonly Unfollowed[] {
  const all = (what: Unfollowed['what'], nodes: readonly OutlineNode[]): readonly Unfollowed[] =>
    nodes.map(({ span }) => ({ what, span }));
  return [
    ...all('chart', [...list('helmCharts'), ...list('helmChartInflationGenerator')]),
    ...all('generator', list('generators')),
    // Only what is written into images counts; of a replacement in a file that is not known here.
    ...all(
      'replacement',
      list('replacements').filter(
        (item) => childOf(item, 'path') ?? mayWriteImage(source, childOf(item, 'targets')),
      ),
    ),
  ];
}

/** The image of a container, or what holds one: `spec.containers.0`, `spec.template.spec`. */
const TO_IMAGE =
  /image|(?:^|\.)(?:spec|template|jobTemplate|(?:c|initC)ontainers)(?:\.(?:\d+|\*|-|\[[^\]]*\]))?$/i;

function mayWriteImage(source: Source, node: OutlineNode | undefined): boolean {
  if (!node) return false;
  if (node.children.length > 0) return node.children.some((child) => mayWriteImage(source, child));
  return node.style === 'alias' || TO_IMAGE.test(scalarOf(source, node)?.value ?? '');
}
