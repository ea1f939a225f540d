/** Whether two states of a closure are the same, byte for byte. */
export function sameFiles(a: ReadonlyMap<string, Buffer>, b: ReadonlyMap<string, Buffer>): boolean {
  if (a.size !== b.size) return false;
  for (const [path, bytes] of a) if (b.get(path)?.equals(bytes) !== true) return false;
  return true;
}
