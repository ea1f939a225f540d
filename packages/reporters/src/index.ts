import type { Reporter } from '@regmigrate/core';
import { rooms } from './rooms.ts';

export { countReport, type ReportCounts } from './count-report.ts';
export type { RunView } from './run-view.ts';
export { clip } from './text/clip.ts';
export { count, grouped } from './text/count.ts';
export { createPaint, type Paint } from './text/create-paint.ts';
export { escapeControls } from './text/escape-controls.ts';
export { displayWidth } from './text/to-cells.ts';
export { largest } from './text/largest.ts';
export { toPrintable } from './text/to-printable.ts';
export { wrap } from './text/wrap.ts';

export const reporters: readonly Reporter[] = rooms;
