import type { Edit } from '../model/text.ts';

export interface RefusedEdit {
  readonly edit: Edit;
  readonly reason: 'overlap' | 'stale' | 'out-of-range';
}

export type AppliedEdits =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly refused: readonly RefusedEdit[] };

/**
 * All or nothing: one edit that does not fit refuses the whole list. The order of `edits` is free, but
 * insertions at one place are made in the order given.
 */
export function applyEdits(text: string, edits: readonly Edit[]): AppliedEdits {
  const refused: RefusedEdit[] = [];
  const sorted = edits.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const pieces: string[] = [];
  let at = 0;
  for (const edit of sorted) {
    const { start, end } = edit.span;
    if (!(start >= 0 && end >= start && end <= text.length)) refused.push({ edit, reason: 'out-of-range' });
    else if (start < at) refused.push({ edit, reason: 'overlap' });
    else if (text.slice(start, end) !== edit.expected) refused.push({ edit, reason: 'stale' });
    else {
      pieces.push(text.slice(at, start), edit.text);
      at = end;
    }
  }
  if (refused.length > 0) return { ok: false, refused };
  pieces.push(text.slice(at));
  return { ok: true, text: pieces.join('') };
}

/** The edits that undo `edits`, against the text that they made. `edits` must apply cleanly. */
export function invertEdits(edits: readonly Edit[]): readonly Edit[] {
  let shift = 0;
  return edits
    .toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
    .map(({ span, expected, text }) => {
      const start = span.start + shift;
      shift += text.length - expected.length;
      return { span: { start, end: start + text.length }, expected: text, text: expected };
    });
}
