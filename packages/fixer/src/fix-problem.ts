import type { FileProblem } from '@regmigrate/core';

/** Why a file was left as it is, or what went wrong beside the writing. */
export type FixProblemCode =
  | 'overlap'
  | 'changed-since-read'
  | 'changed-since-fix'
  | 'not-encodable'
  | 'not-a-file'
  | 'vanished'
  | 'unreadable'
  | 'link-outside'
  | 'hard-linked'
  | 'read-only'
  | 'not-permitted'
  | 'disk-full'
  | 'write-failed'
  | 'verify-failed'
  | 'set-incomplete'
  | 'not-diffable'
  | 'no-undo-record';

const messages: Readonly<Record<FixProblemCode, string>> = {
  overlap: 'two fixes change the same place; the file was left as it is',
  'changed-since-read': 'was changed by someone else meanwhile and was left as it is',
  'changed-since-fix': 'was changed after the fix and cannot be undone',
  'not-encodable': 'a fix cannot be written in the encoding of the file; the file was left as it is',
  'not-a-file': 'is not a regular file and was left as it is',
  vanished: 'was there when the run began and is gone',
  unreadable: 'could not be read again and was left as it is',
  'link-outside': 'lies outside of the working directory behind a link and was left as it is',
  'hard-linked': 'has more than one name (hard link), which writing would part; it was left as it is',
  'read-only': 'is read-only and was left as it is',
  'not-permitted': 'may not be written and was left as it is',
  'disk-full': 'there is no room to write it; it was left as it is',
  'write-failed': 'could not be written and was left as it is',
  'verify-failed': 'did not read back as written; the old content was restored',
  'set-incomplete': 'what must change with it in another file cannot be changed, so it was left as it is',
  'not-diffable': 'cannot be shown in a patch',
  'no-undo-record': 'no record could be written, so this run cannot be undone',
};

export function fixProblem(file: string, code: FixProblemCode, detail?: string): FileProblem {
  return { file, code, message: detail === undefined ? messages[code] : `${messages[code]} (${detail})` };
}

const causes: Readonly<Record<string, FixProblemCode>> = {
  ENOENT: 'vanished',
  ENOTDIR: 'vanished',
  ELOOP: 'not-a-file',
  EACCES: 'not-permitted',
  EPERM: 'not-permitted',
  EROFS: 'read-only',
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
};

/** The problem behind an error of node:fs. */
export function writingProblem(file: string, error: unknown): FileProblem {
  const { code } = error as NodeJS.ErrnoException;
  if (code === undefined) throw error;
  return fixProblem(file, causes[code] ?? 'write-failed', code);
}
