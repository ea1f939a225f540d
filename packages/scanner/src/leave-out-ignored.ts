import { resolveTargets } from './files/resolve-targets.ts';
import { createIgnoredBy, type IgnoredBy, type IgnoringOptions } from './ignore/ignored-by.ts';

export interface IgnoredFile {
  /** Display path. */
  readonly file: string;
  readonly by: IgnoredBy;
}

/**
 * The paths of a command line without the files that the project leaves out: a hook names whatever was changed.
 * Folders and globs stay, as what lies in them is left out when they are searched.
 */
export function leaveOutIgnored(
  paths: readonly string[],
  options: IgnoringOptions,
): { readonly paths: readonly string[]; readonly ignored: readonly IgnoredFile[] } {
  const ignoredBy = createIgnoredBy(options);
  const ignored: IgnoredFile[] = [];
  const rest = paths.filter((path) => {
    const [file] = resolveTargets(options.cwd, [path]).files;
    const by = file === undefined ? undefined : ignoredBy(file);
    if (file === undefined || by === undefined) return true;
    ignored.push({ file, by });
    return false;
  });
  return { paths: rest, ignored };
}
