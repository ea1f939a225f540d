import { childOf, readOutline, type OutlineNode } from '@regmigrate/formats/yaml';
import type { FieldSpec } from './field-spec.ts';
import { isEntangled } from './is-entangled.ts';
import { readImageFields } from './read-image-fields.ts';
import { scalarAt, scalarOf, type Scalar, type Source } from './scalar.ts';

/** An image that a patch writes, or that it demands to find (`op: test`), in the order of the patch. */
export type PatchStep =
  | { readonly kind: 'write' | 'test'; readonly scalar: Scalar }
  /** `op: copy` and `op: move`, and what is written in a way that is not followed. Offset in the file. */
  | { readonly kind: 'copy' | 'unread'; readonly start: number };

/** A strategic merge patch, or a JSON patch, which is a list of operations. */
export function readPatch(source: Source, specs: readonly FieldSpec[] = []): readonly PatchStep[] {
  const outline = readOutline(source.text);
  const steps = outline.documents.flatMap((document) =>
    document.style === 'seq'
      ? document.children.flatMap((operation) => readOperation(source, operation, specs))
      : readImageFields(source, document, specs).map((scalar): PatchStep => ({ kind: 'write', scalar })),
  );
  return isEntangled(source, outline) ? [...steps, { kind: 'unread', start: source.offset }] : steps;
}

/** What leads to an image, or to something that holds one. */
const TO_IMAGE = /(?:^|\/)(?:image|spec|template|jobTemplate|(?:c|initC)ontainers(?:\/(?:\d+|-))?)?$/;

function readOperation(
  source: Source,
  operation: OutlineNode,
  specs: readonly FieldSpec[],
): readonly PatchStep[] {
  const op = scalarAt(source, operation, 'op')?.value;
  const path = scalarAt(source, operation, 'path')?.value ?? '';
  const value = childOf(operation, 'value');
  if (op === 'copy' || op === 'move')
    return TO_IMAGE.test(path) ? [{ kind: 'copy', start: source.offset + operation.span.start }] : [];
  if (!value) return [];
  const kind = op === 'test' ? 'test' : 'write';
  return imagesIn(source, path, value, specs).map((scalar) => ({ kind, scalar }));
}

/** The value itself where the path ends in an image; else the images in what is put there. */
function imagesIn(
  source: Source,
  path: string,
  value: OutlineNode,
  specs: readonly FieldSpec[],
): readonly Scalar[] {
  const keys = path.split('/').filter((key) => !/^(?:\d+|-|)$/.test(key));
  const whole = scalarOf(source, value);
  const isField = keys.at(-1) === 'image' || specs.some((spec) => spec.path.at(-1) === keys.at(-1));
  if (whole) return isField ? [whole] : [];
  const inList = /\/(?:c|initC)ontainers\/(?:\d+|-)$/.test(path);
  const own = inList ? [scalarAt(source, value, 'image')] : [];
  const listed = /\/(?:c|initC)ontainers$/.test(path)
    ? value.children.map((container) => scalarAt(source, container, 'image'))
    : [];
  return [...own, ...listed]
    .filter((scalar) => scalar !== undefined)
    .concat(readImageFields(source, value, specs));
}
