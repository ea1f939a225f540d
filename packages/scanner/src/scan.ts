import { setImmediate } from 'node:timers/promises';
import type { FileAnalysis, FileProblem, SourceFile } from '@regmigrate/core';
import { judgeVendored } from '@regmigrate/links';
import type { ArchiveOptions } from './archives/analyze-archive.ts';
import { isArchiveFile } from './archives/archive-file.ts';
import { discover, type DiscoverOptions } from './discover.ts';
import { defaultMaxFileSize, readSource, type ReadSource, type SourceStamp } from './files/read-source.ts';
import { openTree } from './files/open-tree.ts';
import { readingProblem } from './files/scan-problem.ts';
import { findReleases } from './links/find-releases.ts';
import { linkFiles } from './links/link-files.ts';
import type { ListOptions } from './links/list-kustomizations.ts';
import { locate, type LocatedAnalysis } from './locate.ts';

export interface ScanProgress {
  readonly phase: 'search' | 'read';
  readonly done: number;
  readonly total?: number;
}

export interface ScanOptions extends Omit<DiscoverOptions, 'onProgress' | 'archives'> {
  /** Bytes; larger files are not read. */
  readonly maxFileSize?: number;
  readonly analyze: (file: SourceFile) => FileAnalysis;
  readonly onProgress?: (progress: ScanProgress) => void;
  /** Called for each file of which more is told when all files have been read. */
  readonly onLinked?: (analysis: FileAnalysis, text: string) => void;
}

/** What was found in one file, and what tells whether the file is still the same. Its text is not kept. */
export interface AnalyzedFile {
  readonly analysis: LocatedAnalysis;
  readonly source: SourceStamp;
}

export interface ScanResult {
  readonly filesScanned: number;
  /** Files in which anything was found, sorted by path. */
  readonly files: readonly AnalyzedFile[];
  /** Files that were not read. What was not understood in a file that was read is in its analysis. */
  readonly problems: readonly FileProblem[];
}

/** Files between two turns of the event loop, in which signals are heard and progress is drawn. */
const turn = 64;

export async function scan(options: ScanOptions): Promise<ScanResult> {
  const { cwd, analyze, maxFileSize = defaultMaxFileSize, onProgress } = options;
  const { candidates, filesScanned, problems } = await discover({
    ...options,
    archives: true,
    onProgress: (done) => onProgress?.({ phase: 'search', done }),
  });
  const pattern = new RegExp(options.pattern, 'i');
  const files: AnalyzedFile[] = [];
  const unread: FileProblem[] = [...problems];
  let done = 0;
  const tree = openTree({ cwd, maxFileSize });
  const reading = { cwd, maxFileSize, pattern, analyze, tree };
  for (const path of candidates) {
    const read = await (isArchiveFile(cwd, path) ? readArchive(path, reading) : readText(path, reading));
    if ('problem' in read) unread.push(read.problem);
    else files.push(...read.files);
    onProgress?.({ phase: 'read', done: ++done, total: candidates.length });
    if (done % turn === 0) await setImmediate();
  }
  const released = await readReleased(files, candidates, { ...options, ...reading });
  return {
    filesScanned: filesScanned - (unread.length - problems.length),
    // In the order of the candidates, which are sorted. What links files is seen here, where all are at hand.
    files: await linkFiles(released, { ...options, maxFileSize, tree }),
    problems: unread.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0)),
  };
}

/** The files again, with what is deployed of the tree at hand, where that may tell more of them. */
async function readReleased(
  files: readonly AnalyzedFile[],
  candidates: readonly string[],
  options: ArchiveOptions & ListOptions,
): Promise<readonly AnalyzedFile[]> {
  const texts = candidates.filter((path) => !isArchiveFile(options.cwd, path));
  const analyses = new Map(files.map(({ analysis }) => [analysis.file, analysis]));
  const { releases, concern } = await findReleases(texts, analyses, options);
  const again = new Map<string, readonly AnalyzedFile[]>();
  for (const path of texts.filter(concern)) {
    const read = await readText(path, { ...options, tree: { ...options.tree, releases } });
    if ('files' in read) again.set(path, read.files);
  }
  if (again.size === 0) return files;
  const others = files.filter(({ analysis }) => !again.has(analysis.file));
  const all = [...others, ...[...again.values()].flat()];
  return all.sort((a, b) => (a.analysis.file < b.analysis.file ? -1 : 1));
}

type Read = { readonly files: readonly AnalyzedFile[] } | { readonly problem: FileProblem };

async function readText(path: string, { pattern, analyze, ...options }: ArchiveOptions): Promise<Read> {
  const read = await readSource(path, options);
  if (!read.ok) return { problem: read.problem };
  // A file named on the command line was not searched before.
  return { files: pattern.test(read.source.file.text) ? analyzeSource(read.source, analyze) : [] };
}

async function readArchive(path: string, options: ArchiveOptions): Promise<Read> {
  // Loaded here, since most trees have no archives.
  const { analyzeArchive } = await import('./archives/analyze-archive.ts');
  try {
    return { files: await analyzeArchive(path, options) };
  } catch (error) {
    return { problem: readingProblem(path, error) };
  }
}

/** A text that may stay in memory: shorter than what is said of it, or nearly. */
const smallText = 4096;

/** Empty where there is nothing to say of the file. */
export function analyzeSource(source: ReadSource, analyze: ScanOptions['analyze']): readonly AnalyzedFile[] {
  const analysis = judgeVendored(analyze(source.file), source.file);
  if (analysis.findings.length + analysis.kept.length + analysis.problems.length === 0) return [];
  const { path, encoding, size, mtimeMs, digest } = source;
  const { text } = source.file;
  const located = text.length > smallText ? detach(locate(analysis, text)) : locate(analysis, text);
  return [{ analysis: located, source: { path, encoding, size, mtimeMs, digest } }];
}

/** A copy that shares no string with the original: V8 keeps a whole text in memory for a slice of it. */
function detach<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}
