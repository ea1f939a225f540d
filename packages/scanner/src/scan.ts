import { setImmediate } from 'node:timers/promises';
import type { FileAnalysis, FileProblem, SourceFile } from '@regmigrate/core';
import { isArchiveFile } from './archives/archive-file.ts';
import { discover, type DiscoverOptions } from './discover.ts';
import { defaultMaxFileSize, type SourceStamp } from './files/read-source.ts';
import { openTree } from './files/open-tree.ts';
import { readingProblem } from './files/scan-problem.ts';
import { foreseeLinks } from './links/foresee-links.ts';
import type { linkRun } from './links/link-run.ts';
import { WholeTree } from './links/whole-tree.ts';
import type { LocatedAnalysis } from './locate.ts';
import { readText, type Read, type ReadingOptions } from './read-text.ts';

export interface ScanProgress {
  readonly phase: 'search' | 'read';
  readonly done: number;
  readonly total?: number;
}

export interface ScanOptions extends Omit<DiscoverOptions, 'onProgress' | 'archives'> {
  /** Bytes; larger files are not read. */
  readonly maxFileSize?: number;
  readonly analyze: (file: SourceFile) => FileAnalysis;
  /** Done before the first file is analyzed, if any is: most runs on a few files find nothing to analyze. */
  readonly prepare?: () => Promise<void>;
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
  const tree = openTree({ cwd, paths: options.paths, maxFileSize });
  const { ignoreFiles, env } = options;
  const whole = new WholeTree({ cwd, paths: options.paths, ignoreFiles, ...(env && { env }) });
  let loaded: ReturnType<ReadingOptions['ready']> | undefined;
  const ready: ReadingOptions['ready'] = () => (loaded ??= load(options));
  const reading = { cwd, maxFileSize, pattern, analyze, tree, ready };
  const texts: string[] = [];
  try {
    foreseeLinks(candidates, { tree, whole, pattern });
    for (const path of candidates) {
      const isArchive = isArchiveFile(cwd, path);
      const read = await (isArchive ? readArchive(path, reading) : readText(path, reading));
      if ('problem' in read) unread.push(read.problem);
      else if (read.files) {
        files.push(...read.files);
        if (!isArchive) texts.push(path);
      }
      onProgress?.({ phase: 'read', done: ++done, total: candidates.length });
      if (done % turn === 0) await setImmediate();
    }
    return {
      filesScanned: filesScanned - (unread.length - problems.length),
      // In the order of the candidates, which are sorted. What links files is seen here, where all are at hand.
      files: await link(files, texts, { ...options, ...reading, whole }),
      problems: unread.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0)),
    };
  } finally {
    whole.stop();
  }
}

async function load({ prepare }: ScanOptions): ReturnType<ReadingOptions['ready']> {
  await prepare?.();
  return import('./analyze-source.ts');
}

async function link(
  ...[files, texts, options]: Parameters<typeof linkRun>
): Promise<readonly AnalyzedFile[]> {
  if (files.length + texts.length === 0) return [];
  // Loaded here, since most runs on a few files find nothing.
  const { linkRun } = await import('./links/link-run.ts');
  return linkRun(files, texts, options);
}

async function readArchive(path: string, options: ReadingOptions): Promise<Read> {
  await options.ready();
  // Loaded here, since most trees have no archives.
  const { analyzeArchive } = await import('./archives/analyze-archive.ts');
  try {
    return { files: await analyzeArchive(path, options) };
  } catch (error) {
    return { problem: readingProblem(path, error) };
  }
}
