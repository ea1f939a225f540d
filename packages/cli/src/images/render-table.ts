import { clip, count, createPaint, displayWidth, largest, toPrintable } from '@regmigrate/reporters';
import type { ImageView } from './image-view.ts';
import type { Image, ImagePlace, Inventory } from './inventory.ts';
import { problemNotes } from './problem-notes.ts';

/** Places told of an image unless all are asked for. */
const FEW = 3;
/** Columns below which the beginning of a locator tells nothing. */
const TELLING = 16;

/** For people: an image, where it has moved to, and where it is used. */
export function renderTable(inventory: Inventory, view: ImageView): { text: string; notes: string } {
  const { images, filesScanned } = inventory;
  const paint = createPaint(view.color);
  const width = Math.max(40, view.width);
  const column = Math.max(5, largest(images.map(({ places }) => String(places.length).length))) + 4;
  const indent = ' '.repeat(column);

  const lines: string[] = [];
  for (const { reference, places, retired } of images) {
    const number = String(places.length).padStart(column - 2);
    lines.push(`${number}  ${paint.bold(clip(toPrintable(reference), width - column))}`);
    if (retired) {
      const where =
        retired.new === undefined
          ? `retired: ${retired.message}`
          : `→ ${retired.new} (${retired.applicability})`;
      lines.push(
        indent +
          paint[retired.applicability === 'safe' ? 'green' : 'yellow'](
            clip(toPrintable(where), width - column),
          ),
      );
    }
    for (const line of placeLines(places, view.verbose, width - column)) lines.push(indent + paint.dim(line));
    lines.push('');
  }
  const head = images.length === 0 ? [] : [paint.dim(`${'COUNT'.padStart(column - 2)}  IMAGE`), ''];
  const text = [...head, ...lines, summary(images, filesScanned)].join('\n');
  return { text: `${text}\n`, notes: problemNotes(inventory) };
}

function placeLines(places: readonly ImagePlace[], all: boolean, width: number): string[] {
  // One place more is told rather than counted.
  const shown = all || places.length <= FEW + 1 ? places : places.slice(0, FEW);
  const names = shown.map(({ file, start }) => `${toPrintable(file)}:${start.line}`);
  const column = Math.min(largest(names.map(displayWidth)), Math.floor(width / 2));
  const lines = shown.map(({ locator }, index) => {
    const name = names[index] ?? '';
    // A place is never cut: it is there to be gone to.
    if (locator === undefined) return name;
    const where = toPrintable(locator);
    const gap = ' '.repeat(Math.max(0, column - displayWidth(name)) + 2);
    const room = width - displayWidth(name + gap);
    return room < Math.min(TELLING, displayWidth(where)) ? name : name + gap + clip(where, room);
  });
  const left = places.length - shown.length;
  return left > 0 ? [...lines, `and ${left} more (all: --verbose)`] : lines;
}

function summary(images: readonly Image[], files: number): string {
  const retired = images.filter((image) => image.retired).length;
  const uses = images.reduce((sum, { places }) => sum + places.length, 0);
  const moved = retired === 0 ? 'none retired' : `${retired} of them retired`;
  const listed = `${count(images.length, 'image')} in ${count(uses, 'place')}`;
  return `${count(files, 'file')} searched: ${listed}, ${moved}`;
}
