import { escapeControls } from '@regmigrate/reporters';
import type { Image, Inventory } from './inventory.ts';

/** One document; every entry has every key, with `null` for what there is none of. */
export function renderJson({ filesScanned, images, problems, hints }: Inventory): {
  readonly text: string;
  readonly notes: string;
} {
  const retired = images.filter((image) => image.retired).length;
  const references = images.reduce((sum, { places }) => sum + places.length, 0);
  const summary = {
    files: filesScanned,
    images: images.length,
    references,
    retired,
    problems: problems.length,
  };
  const document = {
    version: 1,
    summary,
    images: images.map(imageEntry),
    problems: problems.map(({ file, code, message }) => ({ file, code, message })),
    hints: hints.map(({ file, code, message }) => ({ file, code, message })),
  };
  return { text: `${escapeControls(JSON.stringify(document, null, 1))}\n`, notes: '' };
}

function imageEntry({ reference, places, retired }: Image): object {
  return {
    image: reference,
    count: places.length,
    retired: retired !== undefined,
    rule: retired?.rule ?? null,
    applicability: retired?.applicability ?? null,
    new: retired?.new ?? null,
    message: retired?.message ?? null,
    places: places.map(({ file, start, locator }) => ({
      file,
      line: start.line,
      column: start.column,
      locator: locator ?? null,
    })),
  };
}
