import { lstatSync } from 'node:fs';
import { resolve } from 'node:path';
import { archivePattern, isArchiveFile } from '../archives/archive-file.ts';
import { decodePath, encodePath } from '../files/path-bytes.ts';
import { scanProblem } from '../files/scan-problem.ts';
import type { FileProblem } from '@regmigrate/core';
import { matchesFile } from './matches-file.ts';
import { runProcess, type ProcessResult } from './run-process.ts';
import type { Search, Searcher } from './searcher.ts';

/** ripgrep could not do its work; the walk can. */
export class RipgrepFailed extends Error {}

/** `rg` is the path of the executable. */
export function ripgrepSearcher(rg: string): Searcher {
  const run = async (search: Search, args: readonly string[]): Promise<ProcessResult> => {
    const result = await runProcess(
      rg,
      [...commonArguments(search), ...args, '--', ...search.roots.map(rootArgument)],
      {
        cwd: search.cwd,
        ...(search.signal && { signal: search.signal }),
      },
    );
    search.signal?.throwIfAborted();
    // 1: nothing found. 2: something could not be read, or the arguments are wrong.
    if (result === undefined || result.code === undefined || result.code > 2)
      throw new RipgrepFailed('did not run');
    return result;
  };
  return {
    async search(search, pattern, selection) {
      const expression = search.archives ? `${pattern}|${archivePattern}` : pattern;
      const { stdout, stderr } = await run(search, [...searchArguments, expression]);
      const end = stdout.lastIndexOf(0) + 1;
      const count = /^(\d+) files searched$/m.exec(stdout.toString('latin1', end))?.[1];
      if (count === undefined) throw new RipgrepFailed(stderr.toString());
      const wanted = splitPaths(stdout.subarray(0, end)).filter((path) => selection.wants(path));
      const matched = search.archives ? wanted.filter(matchesMore(search.cwd, pattern)) : wanted;
      const problems = readProblems(stderr.toString());
      if (!selection.isPartial()) return { matched, searched: Number(count), problems };
      // To list all files costs a second walk, so only where the count is not known without it.
      const listed = splitPaths((await run(search, ['--files', '--null'])).stdout);
      const unread = new Set(problems.map(({ file }) => file));
      const searched = listed.filter((path) => selection.wants(path) && !unread.has(path)).length;
      return { matched, searched, problems };
    },
    async list(search, names) {
      const globs = names.map((name) => `--glob=${name}`);
      return splitPaths((await run(search, ['--files', '--null', ...globs])).stdout);
    },
  };
}

/**
 * Leaves out what matches only because something in it is packed. A small file need not be looked at: it is read
 * whole anyway, by whoever wants to know what is in it.
 */
function matchesMore(cwd: string, pattern: string): (path: string) => boolean {
  const regexp = new RegExp(pattern, 'i');
  return (path) => {
    if (isArchiveFile(cwd, path)) return true;
    try {
      return lstatSync(encodePath(resolve(cwd, path))).size < smallFile || matchesFile(cwd, path, regexp);
    } catch {
      // Whoever reads it will tell.
      return true;
    }
  };
}

const smallFile = 1024 * 1024;

// `--binary` rather than `--text`: it finds the same, but takes a NUL for the end of a line. With `--text` a
// sparse file of 200 MB is one line, and held in memory.
const searchArguments = [
  '--files-with-matches',
  '--null',
  '--stats',
  '--binary',
  '--ignore-case',
  '--no-unicode',
  '-e',
];

function commonArguments({ ignoreFiles, endings = [] }: Search): string[] {
  const only = endings.map((ending) => `--glob=*${ending}`);
  const always = [
    ...only,
    '--no-config',
    '--hidden',
    '--color=never',
    '--path-separator=/',
    '--no-ignore-messages',
  ];
  if (!ignoreFiles) return [...always, '--no-ignore', '--glob=!.git'];
  const heeded = ['--no-ignore-dot', '--no-ignore-global', '--glob=!.git', '--glob=!node_modules'];
  return [...always, ...heeded];
}

/** With a folder named, ripgrep does not look for a text on its standard input. */
function rootArgument(path: string): string {
  return path === '.' ? './' : path;
}

function splitPaths(bytes: Buffer): string[] {
  // Folders that overlap give a file twice.
  const paths = new Set<string>();
  for (let at = 0, end = bytes.indexOf(0); end >= 0; at = end + 1, end = bytes.indexOf(0, at)) {
    // `./` is the root's name, not a part of the path.
    const start = bytes[at] === 0x2e && bytes[at + 1] === 0x2f ? at + 2 : at;
    paths.add(decodePath(bytes.subarray(start, end)));
  }
  return [...paths];
}

/** `rg: <path>: <message> (os error 13)`; the path may hold anything, a newline too. */
function readProblems(stderr: string): FileProblem[] {
  const found = stderr.matchAll(/^rg: ([^]*?): ([^:\n]*) \(os error \d+\)$/gm);
  return [...found].map(([, path = '', detail = '']) =>
    scanProblem(path.replace(/^\.\//, ''), 'unreadable', detail),
  );
}
