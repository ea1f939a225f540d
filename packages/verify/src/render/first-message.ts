/** Characters of a program's message that are told. */
const LONGEST = 600;

/**
 * What a program says of its failure, as one line: from its error on, without hints that do not apply here. Paths
 * in the temporary copy become those of the tree.
 */
export function firstMessage(stderr: string, copy: string): string {
  const lines = stderr
    .replaceAll(`${copy}/`, '')
    .replaceAll(copy, '.')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !/^Use --debug flag/.test(line));
  const error = lines.findIndex((line) => /^error:/i.test(line));
  const message = lines
    .slice(Math.max(0, error))
    .join('; ')
    .replace(/^error:\s*/i, '');
  if (message === '') return 'it failed without a word';
  return message.length > LONGEST ? `${message.slice(0, LONGEST)}…` : message;
}
