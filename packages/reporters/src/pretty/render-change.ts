import { clip } from '../text/clip.ts';
import { displayWidth } from '../text/to-cells.ts';
import { toPrintable } from '../text/to-printable.ts';
import { changedPart, type Range } from './changed-part.ts';
import type { Entry } from './group-by-file.ts';
import type { Page } from './page.ts';

/** `old → new` in one line, or in two where the width does not allow it; the second then begins with the arrow. */
export function renderChange(entry: Entry, width: number, { paint }: Page): string[] {
  const before = brief(entry.old);
  if (entry.new === undefined) return [clip(before, width)];
  const after = brief(entry.new);
  const [old, next] = changedPart(before, after);
  const fits = displayWidth(before) + 3 + displayWidth(after) <= width;
  const left = paintRange(clip(before, width), old, paint.red);
  const right = paintRange(clip(after, width), next, paint.green);
  return fits ? [`${left} ${paint.dim('→')} ${right}`] : [left, `${paint.dim('→')} ${right}`];
}

/** The first digits of a digest are enough to tell it; `json` and `concise` have it whole. */
function brief(reference: string): string {
  return toPrintable(reference).replace(/(@sha\d+:[0-9a-f]{7})[0-9a-f]{8,}/, '$1…');
}

function paintRange(text: string, [start, end]: Range, color: (text: string) => string): string {
  return text.slice(0, start) + color(text.slice(start, end)) + text.slice(end);
}
