import type { FileProblem } from '@regmigrate/core';

/** Why a file was not read. */
export type ScanProblemCode = 'too-large' | 'not-a-file' | 'unreadable' | 'vanished' | 'link-outside';

const messages: Readonly<Record<ScanProblemCode, string>> = {
  'too-large': 'is larger than the limit and was not read',
  'not-a-file': 'is not a regular file and was not read',
  unreadable: 'could not be read',
  vanished: 'was there when the run began and is gone',
  'link-outside': 'is a link to a place outside of the working directory and was not followed',
};

export function scanProblem(file: string, code: ScanProblemCode, detail?: string): FileProblem {
  return { file, code, message: detail === undefined ? messages[code] : `${messages[code]} (${detail})` };
}

/** The problem behind an error of node:fs. */
export function readingProblem(file: string, error: unknown): FileProblem {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === undefined) throw error;
  if (code === 'ENOENT' || code === 'ENOTDIR') return scanProblem(file, 'vanished');
  // A link where a file was expected, and a socket.
  if (code === 'ELOOP' || code === 'ENXIO' || code === 'EISDIR') return scanProblem(file, 'not-a-file');
  return scanProblem(file, 'unreadable', code);
}
