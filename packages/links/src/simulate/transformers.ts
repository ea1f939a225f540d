import { readOutline, type OutlineNode } from '@regmigrate/formats/yaml';
import { readImageTagTransformer, type Entry } from '../kustomize/entry.ts';
import { scalarAt, type Source } from '../kustomize/scalar.ts';

/** Transformers that leave images alone. */
const HARMLESS: ReadonlySet<string> = new Set([
  'AnnotationsTransformer',
  'HashTransformer',
  'LabelTransformer',
  'NamespaceTransformer',
  'PrefixSuffixTransformer',
  'PrefixTransformer',
  'ReplicaCountTransformer',
  'SuffixTransformer',
]);

/** The transformers in one text, in order; `start` is where an unknown one stands. */
export type Transformer = { readonly entry: Entry } | { readonly unknownAt: number };

export function readTransformers(source: Source): readonly Transformer[] {
  return readOutline(source.text).documents.flatMap((document) => readTransformer(source, document));
}

function readTransformer(source: Source, document: OutlineNode): readonly Transformer[] {
  if (document.style !== 'map') return [];
  const kind = scalarAt(source, document, 'kind')?.value ?? '';
  if (HARMLESS.has(kind)) return [];
  if (kind !== 'ImageTagTransformer') return [{ unknownAt: source.offset + document.span.start }];
  const entry = readImageTagTransformer(source, document);
  return entry ? [{ entry }] : [];
}
