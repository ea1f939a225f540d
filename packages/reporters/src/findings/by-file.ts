/** The entries of each file, files in the order in which they first occur. */
export function byFile<T extends { readonly file: string }>(entries: readonly T[]): Map<string, T[]> {
  const files = new Map<string, T[]>();
  for (const entry of entries) {
    const own = files.get(entry.file);
    if (own) own.push(entry);
    else files.set(entry.file, [entry]);
  }
  return files;
}
