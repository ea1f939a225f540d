import type { View } from '@regmigrate/core';

/** From a column in UTF-16 units to one in bytes of UTF-8, both from 1; undefined where the line is not at hand. */
export type ByteColumn = (file: string, line: number, column: number) => number | undefined;

/** Goes on from the column before on the same line: a line may be long and hold many references. */
export function createByteColumns(lineOf: View['line']): ByteColumn {
  let last:
    { file: string; line: number; text: string | undefined; units: number; bytes: number } | undefined;
  return (file, line, column) => {
    if (last?.file !== file || last.line !== line)
      last = { file, line, text: lineOf(file, line), units: 0, bytes: 0 };
    if (last.text === undefined) return undefined;
    const from = last.units <= column - 1 ? last : { units: 0, bytes: 0 };
    const bytes = from.bytes + Buffer.byteLength(last.text.slice(from.units, column - 1));
    last = { ...last, units: column - 1, bytes };
    return bytes + 1;
  };
}
