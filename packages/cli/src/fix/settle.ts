import type { Edit, Position, Report, Span, View } from '@regmigrate/core';
import { createLineShift, type LineShift } from './create-line-shift.ts';
import { createShift, type Shift } from './create-shift.ts';
import { rewriteLine, type LineEdit } from './rewrite-line.ts';

interface Settled {
  readonly report: Report;
  readonly line: View['line'];
}

interface Placed {
  readonly file: string;
  readonly span: Span;
  readonly start: Position;
  readonly end: Position;
}

/**
 * Moves what is left to where it stands after the fix. What stands to the right of an edit moves, and what stands
 * below a line that is gone; no other edit holds a line break. `fixed` stays where it was found. Beside a companion no
 * name stands.
 */
export function settle(report: Report, line: View['line']): Settled {
  const edits = new Map<string, Edit[]>();
  const lines = new Map<string, LineEdit[]>();
  for (const { file, start, span, edits: own } of report.fixed) {
    for (const edit of own) {
      append(edits, file, edit);
      append(lines, keyOf(file, start.line), { column: start.column + edit.span.start - span.start, edit });
    }
  }
  const gone = new Map<string, number[]>();
  for (const { file, start, edits: own } of report.companions ?? [])
    for (const edit of own) {
      append(edits, file, edit);
      if (/[\r\n]$/.test(edit.expected)) append(gone, file, start.line);
    }
  const shifts = new Map(
    [...edits].map(([file, own]) => [
      file,
      { shift: createShift(own), lines: createLineShift(gone.get(file)) },
    ]),
  );
  const move = <T extends Placed>(entry: T): T => {
    const shift = shifts.get(entry.file);
    return shift === undefined ? entry : moveEntry(entry, shift);
  };
  const findings = report.findings.map((finding) => {
    const shift = shifts.get(finding.file);
    return shift === undefined ? finding : { ...move(finding), edits: moveEdits(finding.edits, shift) };
  });
  let last: { readonly key: string; readonly text: string | undefined } | undefined;
  return {
    report: { ...report, findings, kept: report.kept.map(move) },
    line(file, number) {
      const before = shifts.get(file)?.lines.before(number) ?? number;
      const key = keyOf(file, before);
      // Findings of one line come one after the other, and a line may be long.
      if (last?.key !== key) last = { key, text: rewriteLine(line(file, before), lines.get(key) ?? []) };
      return last.text;
    },
  };
}

interface Moves {
  readonly shift: Shift;
  readonly lines: LineShift;
}

function moveEntry<T extends Placed>(entry: T, moves: Moves): T {
  const { span } = entry;
  const { shift } = moves;
  return {
    ...entry,
    span: { start: span.start + shift(span.start), end: span.end + shift(span.end) },
    start: movePosition(span.start, entry.start, moves),
    end: movePosition(span.end, entry.end, moves),
  };
}

function movePosition(offset: number, { line, column }: Position, { shift, lines }: Moves): Position {
  return { line: lines.after(line), column: column + shift(offset) - shift(offset - column + 1) };
}

function moveEdits(edits: readonly Edit[], moves: Moves): Edit[] {
  const { shift } = moves;
  return edits.map((edit) => {
    const { start, end } = edit.span;
    return {
      ...edit,
      span: { start: start + shift(start), end: end + shift(end) },
      ...(edit.start && { start: movePosition(start, edit.start, moves) }),
    };
  });
}

function append<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

function keyOf(file: string, line: number): string {
  return `${line}:${file}`;
}
