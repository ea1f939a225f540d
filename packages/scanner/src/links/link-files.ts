import type { FileAnalysis, FileProblem, Finding, Tree } from '@regmigrate/core';
import { linkFindings } from '@regmigrate/links';
import { readSource } from '../files/read-source.ts';
import { locate } from '../locate.ts';
import type { AnalyzedFile } from '../scan.ts';
import { coveredPaths } from './covered-paths.ts';
import type { WholeTree } from './whole-tree.ts';

export interface LinkFilesOptions {
  readonly cwd: string;
  readonly whole: WholeTree;
  readonly paths: readonly string[];
  readonly maxFileSize: number;
  readonly tree: Tree;
  readonly onLinked?: (analysis: FileAnalysis, text: string) => void;
}

/** The files of a run with what only all of them together tell. Sorted by path, as they come. */
export async function linkFiles(
  files: readonly AnalyzedFile[],
  options: LinkFilesOptions,
): Promise<readonly AnalyzedFile[]> {
  const { cwd, paths, tree, whole } = options;
  const { nameOf } = tree;
  const { analyses, lints, problems } = await linkFindings(
    files.map(({ analysis }) => analysis),
    {
      tree,
      nameOf,
      covers: coveredPaths(cwd, paths),
      kustomizations: () => whole.kustomizations(),
      filesWith: () => whole.yaml(),
    },
  );
  const linked = new Map(
    files.map((file, index) => [
      nameOf(file.analysis.file),
      { ...file, analysis: analyses[index] ?? file.analysis },
    ]),
  );
  for (const file of new Set([...lints, ...problems].map((told) => told.file))) {
    const own = <T extends { readonly file: string }>(told: readonly T[]): readonly T[] =>
      told.filter((one) => one.file === file);
    const more = await addTo(file, linked.get(file), { lints: own(lints), problems: own(problems) }, options);
    if (more) linked.set(file, more);
  }
  return [...linked.values()].sort((a, b) => (a.analysis.file < b.analysis.file ? -1 : 1));
}

interface Told {
  readonly lints: readonly Finding[];
  readonly problems: readonly FileProblem[];
}

/** Undefined where the file is not any more what it was; then what was told of it does not fit. */
async function addTo(
  path: string,
  known: AnalyzedFile | undefined,
  { lints, problems }: Told,
  { cwd, maxFileSize, onLinked }: LinkFilesOptions,
): Promise<AnalyzedFile | undefined> {
  const read = await readSource(known?.source.path ?? path, { cwd, maxFileSize });
  if (!read.ok || (known && known.source.digest !== read.source.digest)) return undefined;
  const { path: shown, encoding, size, mtimeMs, digest, file } = read.source;
  const rename = <T extends { readonly file: string }>(told: T): T => ({ ...told, file: shown });
  const more = locate(
    { file: shown, findings: lints.map(rename), kept: [], problems: problems.map(rename) },
    file.text,
  );
  const analysis = {
    file: shown,
    findings: [...(known?.analysis.findings ?? []), ...more.findings].sort(
      (a, b) => a.span.start - b.span.start,
    ),
    kept: known?.analysis.kept ?? [],
    problems: [...(known?.analysis.problems ?? []), ...more.problems],
  };
  onLinked?.(analysis, file.text);
  return { analysis, source: known?.source ?? { path: shown, encoding, size, mtimeMs, digest } };
}
