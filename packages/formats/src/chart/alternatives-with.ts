import type { ChartImages, ImageAlternative, Part } from '../helm-template/chart-image.ts';

/** The alternatives of a chart's image fields by what they hold: a chart of thousands asks for each of them. */
interface Index {
  readonly byPath: Map<string, Set<ImageAlternative>>;
  /** Those with `*` in a path, which may be any key. */
  readonly byPattern: Set<ImageAlternative>;
  /** By the file of a literal, and the stretches of it that the literal touches. */
  readonly byPlace: Map<string, Set<ImageAlternative>>;
}

/** Length of a stretch, in UTF-16 units. */
const STRETCH = 256;
const NONE: ReadonlySet<ImageAlternative> = new Set();
const indexes = new WeakMap<ChartImages, Index>();

/** The alternatives that may print the value under these keys. */
export function alternativesWithValue(
  images: ChartImages,
  path: readonly string[],
): readonly ImageAlternative[] {
  const { byPath, byPattern } = indexOf(images);
  return [...new Set([...(byPath.get(path.join('\0')) ?? NONE), ...byPattern])];
}

/** The alternatives that may print the literal at an offset of a template. */
export function alternativesWithLiteral(
  images: ChartImages,
  file: string,
  offset: number,
): readonly ImageAlternative[] {
  return [...(indexOf(images).byPlace.get(placeOf(file, offset)) ?? NONE)];
}

const placeOf = (file: string, offset: number): string => `${Math.floor(offset / STRETCH)} ${file}`;

function indexOf(images: ChartImages): Index {
  const known = indexes.get(images);
  if (known) return known;
  const index: Index = { byPath: new Map(), byPattern: new Set(), byPlace: new Map() };
  for (const { alternatives } of images.images)
    for (const alternative of alternatives)
      for (const part of alternative.parts) addPart(index, part, alternative);
  indexes.set(images, index);
  return index;
}

function addPart(index: Index, part: Part, alternative: ImageAlternative): void {
  if (part.kind === 'literal')
    for (let at = part.span.start; at < part.span.end + STRETCH; at += STRETCH)
      addTo(index.byPlace, placeOf(part.file, Math.min(at, part.span.end)), alternative);
  if (part.kind !== 'value') return;
  if (part.path.includes('*')) index.byPattern.add(alternative);
  else addTo(index.byPath, part.path.join('\0'), alternative);
  for (const inner of part.otherwise ?? []) addPart(index, inner, alternative);
}

function addTo(map: Map<string, Set<ImageAlternative>>, key: string, alternative: ImageAlternative): void {
  const found = map.get(key) ?? new Set();
  map.set(key, found.add(alternative));
}
