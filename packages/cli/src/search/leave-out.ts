import type { Hint } from '@regmigrate/core';
import {
  createIgnoredBy,
  leaveOutIgnored,
  type IgnoredFile,
  type IgnoringOptions,
} from '@regmigrate/scanner';
import type { Arguments } from '../arguments/parse-arguments.ts';

interface Selection extends IgnoringOptions {
  readonly ignoreFiles: boolean;
}

interface Chosen {
  readonly paths: readonly string[];
  /** Whether all that was named is left out; no paths would stand for the whole folder. */
  readonly isNothing: boolean;
  readonly hints: readonly Hint[];
}

/** The paths to read of those that were named. */
export function leaveOut(named: readonly string[], selection: Selection): Chosen {
  if (!selection.ignoreFiles) return { paths: named, isNothing: false, hints: [] };
  const { paths, ignored } = leaveOutIgnored(named, selection);
  return { paths, isNothing: paths.length === 0 && ignored.length > 0, hints: ignored.map(toHint) };
}

/** The same for standard input, which goes by the name that it was given, if any. */
export function leaveOutStdin({ stdinFilename }: Arguments, selection: Selection): readonly Hint[] {
  if (stdinFilename === undefined || !selection.ignoreFiles) return [];
  const by = createIgnoredBy(selection)(stdinFilename);
  return by === undefined ? [] : [toHint({ file: stdinFilename, by })];
}

/** A file that is not read is told of, but is no problem: the project wants it so. */
const toHint = ({ file, by }: IgnoredFile): Hint => ({
  file,
  code: 'ignored',
  message: `left out by ${by}, so not read (--no-ignore reads all)`,
});
