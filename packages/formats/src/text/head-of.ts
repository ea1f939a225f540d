/** The first characters of a file, without a byte order mark: what its kind is told from. */
export const headOf = (text: string, length: number): string =>
  text.slice(text.startsWith('\uFEFF') ? 1 : 0, length);
