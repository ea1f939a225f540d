import { parseReference, type SourceFile } from '@regmigrate/core';
import type { ListedImage } from './listed-image.ts';

const SOURCE =
  /^[ \t]*(?:FROM[ \t]+(?:--\S+[ \t]+)*|COPY[ \t][^\n]*?--from=|RUN[ \t][^\n]*?\bfrom=)([^\s,#]+)(?:[ \t]+AS[ \t]+(\S+))?/gim;

/** Base images and images that files are copied from; stages of the same file and `scratch` are none. */
export function imagesInDockerfile({ text }: SourceFile): readonly ListedImage[] {
  const images: ListedImage[] = [];
  const stages = new Set(['scratch']);
  for (const match of text.matchAll(SOURCE)) {
    const [whole, reference = '', stage] = match;
    const parsed = parseReference(reference);
    const start = match.index + whole.lastIndexOf(reference, stage ? whole.length - stage.length : undefined);
    const isImage =
      parsed.ok &&
      !reference.includes('$') &&
      !stages.has(reference.toLowerCase()) &&
      !/^\d+$/.test(reference);
    if (isImage) images.push({ reference, span: { start, end: start + reference.length } });
    if (stage) stages.add(stage.toLowerCase());
  }
  return images;
}
