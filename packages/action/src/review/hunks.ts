/** A part of a patch, as it stands after the change. */
export interface Hunk {
  /** The number of its first line, from 1. */
  readonly start: number;
  readonly lines: readonly string[];
  /** For each line, whether the change wrote it. */
  readonly added: readonly boolean[];
}

/** Reads what the API gives as `patch` of a file: hunks of a unified diff without a header. */
export function readHunks(patch: string): readonly Hunk[] {
  const hunks: { start: number; lines: string[]; added: boolean[] }[] = [];
  for (const line of patch.split('\n')) {
    const start = /^@@ -\d+(?:,\d+)? \+(\d+)(?:,\d+)? @@/.exec(line)?.[1];
    if (start !== undefined) hunks.push({ start: Number(start), lines: [], added: [] });
    else if (line.startsWith('+') || line.startsWith(' ')) {
      hunks.at(-1)?.lines.push(line.slice(1));
      hunks.at(-1)?.added.push(line.startsWith('+'));
    }
  }
  return hunks;
}
