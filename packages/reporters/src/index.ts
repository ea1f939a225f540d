import type { Reporter } from '@regmigrate/core';
import { rooms } from './rooms.ts';

export { countReport, type ReportCounts } from './count-report.ts';
export type { RunView } from './run-view.ts';
export { code, escapeMarkdown } from './markdown/escape-markdown.ts';
export { clip } from './text/clip.ts';
export { count, grouped } from './text/count.ts';
export { createPaint, type Paint } from './text/create-paint.ts';
export { escapeControls } from './text/escape-controls.ts';
export { displayWidth } from './text/to-cells.ts';
export { largest } from './text/largest.ts';
export { toPrintable } from './text/to-printable.ts';
export { wrap } from './text/wrap.ts';

/** What `--format` takes. */
export const reporterIds: readonly string[] = Object.keys(rooms);

/** Reads the reporter's code: a run pays for those that it uses. Undefined where there is none of that name. */
export async function loadReporter(id: string): Promise<Reporter | undefined> {
  return Object.hasOwn(rooms, id) ? (await rooms[id as keyof typeof rooms]()).default : undefined;
}
