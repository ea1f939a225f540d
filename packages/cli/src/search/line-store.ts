import { LineIndex, type FileAnalysis, type View } from '@regmigrate/core';

/** Keeps the lines on which something was found, and nothing else of a file. */
export class LineStore {
  readonly #files = new Map<string, Map<number, string>>();

  add({ file, findings }: FileAnalysis, text: string): void {
    if (findings.length === 0) return;
    const index = new LineIndex(text);
    const lines = new Map<number, string>();
    for (const { span } of findings) {
      const { line: number } = index.at(span.start);
      if (lines.has(number)) continue;
      lines.set(number, detach(index.line(number) ?? ''));
    }
    this.#files.set(file, lines);
  }

  readonly line: View['line'] = (file, number) => this.#files.get(file)?.get(number);
}

/** A copy: V8 keeps a whole text in memory for a slice of it. */
function detach(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le');
}
