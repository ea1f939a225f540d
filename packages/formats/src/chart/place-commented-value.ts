import { posix } from 'node:path';
import type { Placement, SourceFile, Token } from '@regmigrate/core';
import { lineAround } from '../text/line-around.ts';
import type { Chart } from './chart.ts';

/** `#   image: NAME`, `# - name: NAME`: what a user uncomments; with an end of the comment that is not prose. */
const EXAMPLE = /^\s*#[\s#]*(?:-\s+)?["']?[\w.-]+["']?:\s*["']?$/;
const END = /^["']?\s*(?:#.*)?$/;

/** An example in a chart's values that is commented out. */
export function placeCommentedValue(
  { path, text }: SourceFile,
  token: Token,
  chart: Chart,
): Placement | undefined {
  if (!/^(?:[^/]*values[^/]*|ci\/[^/]*)\.ya?ml$/i.test(posix.relative(chart.folder, path))) return undefined;
  const line = lineAround(text, token.name.start);
  const before = line.text.slice(0, token.name.start - line.start);
  const after = line.text.slice(token.extent.end - line.start);
  return token.reference && EXAMPLE.test(before) && END.test(after)
    ? { context: 'commented-value' }
    : undefined;
}
