import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { encodePath } from '../files/path-bytes.ts';

/** The top folder of the git work tree that the folder lies in; undefined outside of git. */
export function repositoryOf(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(encodePath(join(at, '.git')))) return at;
    if (dirname(at) === at) return undefined;
  }
}
