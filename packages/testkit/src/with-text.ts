import type { SourceFile } from '@regmigrate/core';

/** The same file with another text, which its tree shows too. */
export function withText(file: SourceFile, text: string): SourceFile {
  const { path, tree } = file;
  if (!tree) return { ...file, text };
  return { ...file, text, tree: { ...tree, read: (asked) => (asked === path ? text : tree.read(asked)) } };
}
