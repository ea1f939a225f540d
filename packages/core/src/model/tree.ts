/**
 * What lies around a file, for what can be understood only together. Paths are spelled like `SourceFile.path`.
 * Asked for only where it tells something; answers are those of one moment, and cost a look at the disk.
 */
export interface Tree {
  /** The text of a file; undefined where there is none, or where it is too large, binary, a link, or outside. */
  read(path: string): string | undefined;
  /** Names in a folder, those of folders with a slash behind; empty where it cannot be read. */
  list(folder: string): readonly string[];
}
