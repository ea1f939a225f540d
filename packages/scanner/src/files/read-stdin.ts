import { defaultMaxFileSize, sourceOf, tooLarge, type ReadResult } from './read-source.ts';

/** Reads a whole stream as if it were the file `filename`, which need not exist. */
export async function readStdin(
  stream: AsyncIterable<Buffer | string>,
  filename: string,
  maxFileSize: number = defaultMaxFileSize,
): Promise<ReadResult> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    size += bytes.length;
    if (size > maxFileSize) return { ok: false, problem: tooLarge(filename, size, maxFileSize) };
    chunks.push(bytes);
  }
  return { ok: true, source: sourceOf(filename, Buffer.concat(chunks), 0) };
}
