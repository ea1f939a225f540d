import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The text of a file of the tree; undefined where there is none, or something else, such as a link. */
export function readTreeFile(cwd: string, path: string): string | undefined {
  const file = join(cwd, path);
  return lstatSync(file, { throwIfNoEntry: false })?.isFile() ? readFileSync(file, 'utf8') : undefined;
}
