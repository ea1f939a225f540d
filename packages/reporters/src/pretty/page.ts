import type { RunView } from '../run-view.ts';
import { createPaint, type Paint } from '../text/create-paint.ts';

/** What every part of the page is written with. */
export interface Page {
  readonly view: RunView;
  readonly paint: Paint;
  /** Columns in use: lines longer than a hundred are hard to read, and below forty nothing can be aligned. */
  readonly width: number;
  /** Codes whose message the page has shown: a warning explains itself once; errors and advice each time. */
  readonly told: Set<string>;
}

export function createPage(view: RunView): Page {
  return {
    view,
    paint: createPaint(view.color),
    width: Math.min(100, Math.max(40, view.width)),
    told: new Set(),
  };
}
