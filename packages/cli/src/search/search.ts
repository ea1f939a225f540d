import { resolve } from 'node:path';
import type { FileAnalysis, Hint, SourceFile, View } from '@regmigrate/core';
import { changedFiles, scan, type ReadSource, type ScanResult } from '@regmigrate/scanner';
import type { Arguments } from '../arguments/parse-arguments.ts';
import type { Invocation } from '../invocation.ts';
import { loadSettings } from '../settings/load-settings.ts';
import type { Settings } from '../settings/settings.ts';
import { createProgress } from '../terminal/create-progress.ts';
import { leaveOut, leaveOutStdin } from './leave-out.ts';
import { LineStore } from './line-store.ts';
import { noteShortNames } from './note-short-names.ts';
import { noteUnused } from './note-unused.ts';
import { stdinName } from './stdin-name.ts';

export interface Searched extends ScanResult {
  /** The lines on which something was found. */
  readonly line: View['line'];
  /** Standard input, where that was read instead of files. */
  readonly stdin?: ReadSource;
  /** What is no problem, and better known. */
  readonly hints: readonly Hint[];
}

/** Files that hold a suppression and perhaps no retired name. */
const SUPPRESSIONS = String.raw`regmigrate-(?:ignore|disable)|regmigrate\.dev/ignore`;

/** With these, suppressions are looked for in all files. */
const UNUSED = ['report-unused-suppressions', 'remove-unused-suppressions'] as const;

/** Reads what the arguments name: files, folders, globs, or standard input. */
export async function search(args: Arguments, invocation: Invocation): Promise<Searched> {
  const strict = UNUSED.some((flag) => args.flags.has(flag));
  const settings = await loadSettings(args, invocation.cwd);
  const searched = await searchAll(args, invocation, settings, strict);
  const told = [...noteShortNames(settings, args.operands), ...searched.hints];
  if (strict) return { ...searched, hints: told };
  const { files, hints } = noteUnused(searched.files);
  return { ...searched, files, hints: [...told, ...hints] };
}

async function searchAll(
  args: Arguments,
  invocation: Invocation,
  settings: Settings,
  strict: boolean,
): Promise<Searched> {
  let analyze: ((file: SourceFile) => FileAnalysis) | undefined;
  // Loaded when it is known that there is something to analyze.
  const prepare = async (): Promise<void> => {
    const { createAnalyzer } = await import('./create-analyzer.ts');
    analyze = createAnalyzer(settings, { suppressions: !args.flags.has('no-suppressions') });
  };
  const pattern = settings.names.prefilter + (strict ? `|${SUPPRESSIONS}` : '');
  const lines = new LineStore();
  const own = [...args.outputFiles, args.baseline, settings.source?.file].filter(
    (file) => file !== undefined,
  );
  const reports = new Set(own.map((file) => resolve(invocation.cwd, file)));
  const remember = (file: SourceFile): FileAnalysis => {
    // A report of the run before, or a baseline, names what was found then; the configuration, what to do.
    if (reports.has(resolve(invocation.cwd, file.path)))
      return { file: file.path, findings: [], kept: [], problems: [] };
    if (!analyze) throw new Error('a file is analyzed before what analyzes is loaded');
    const analysis = analyze(file);
    lines.add(analysis, file.text);
    return analysis;
  };
  const { cwd, env, stderr } = invocation;
  const ignoreFiles = !args.flags.has('no-ignore');
  const selection = {
    cwd,
    env,
    ignoreFiles,
    ...(settings.isIgnored && ignoreFiles && { isIgnored: settings.isIgnored }),
  };
  const filename = stdinName(args);
  if (filename !== undefined) {
    const hints = leaveOutStdin(args, selection);
    await prepare();
    const { searchStdin } = await import('./search-stdin.ts');
    // What is left out is read all the same, since `fix` has to pass it on.
    const read = await searchStdin(filename, args, invocation, hints.length > 0 ? undefined : remember);
    return { ...read, hints, line: lines.line };
  }

  const asked =
    args.changed === undefined
      ? args.operands
      : await changedFiles({ ...selection, paths: args.operands, since: args.changed });
  const { paths, isNothing, hints } = leaveOut(asked, selection);
  // No path would stand for all of them.
  if (isNothing || (args.changed !== undefined && paths.length === 0))
    return { filesScanned: 0, files: [], problems: [], hints, line: lines.line };
  const progress = createProgress(stderr, Date.now);
  try {
    const result = await scan({
      ...selection,
      paths,
      pattern,
      analyze: remember,
      prepare,
      onLinked: (analysis, text) => lines.add(analysis, text),
      onProgress: ({ phase, done }) => progress.update(phase === 'search' ? 'searched' : 'read', done),
      ...(args.maxFileSize !== undefined && { maxFileSize: args.maxFileSize }),
    });
    const { filesScanned, problems } = result;
    const isEmpty = filesScanned + problems.length === 0;
    const noted = isEmpty
      ? await (await import('./note-all-ignored.ts')).noteAllIgnored({ ...selection, paths })
      : [];
    return { ...result, hints: [...hints, ...noted], line: lines.line };
  } finally {
    progress.end();
  }
}
