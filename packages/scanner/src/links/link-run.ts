import type { AnalyzedFile } from '../scan.ts';
import { readText, type ReadingOptions } from '../read-text.ts';
import { findReleases } from './find-releases.ts';
import { linkFiles, type LinkFilesOptions } from './link-files.ts';

type LinkRunOptions = LinkFilesOptions & ReadingOptions;

/** The files of a run with what the whole repository tells of them. `texts`: those of them that are no archives. */
export async function linkRun(
  files: readonly AnalyzedFile[],
  texts: readonly string[],
  options: LinkRunOptions,
): Promise<readonly AnalyzedFile[]> {
  return linkFiles(await readReleased(files, texts, options), options);
}

/** The files again, with what is deployed of the tree at hand, where that may tell more of them. */
async function readReleased(
  files: readonly AnalyzedFile[],
  texts: readonly string[],
  options: LinkRunOptions,
): Promise<readonly AnalyzedFile[]> {
  const analyses = new Map(files.map(({ analysis }) => [analysis.file, analysis]));
  const { releases, concern } = await findReleases(texts, analyses, options);
  const again = new Map<string, readonly AnalyzedFile[]>();
  for (const path of texts.filter(concern)) {
    const read = await readText(path, { ...options, tree: { ...options.tree, releases } });
    if ('files' in read) again.set(path, read.files ?? []);
  }
  if (again.size === 0) return files;
  const others = files.filter(({ analysis }) => !again.has(analysis.file));
  const all = [...others, ...[...again.values()].flat()];
  return all.sort((a, b) => (a.analysis.file < b.analysis.file ? -1 : 1));
}
