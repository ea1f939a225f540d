import { isAbsolute } from 'node:path';
import { runGit } from '../search/run-git.ts';
import type { Environment } from '../search/run-process.ts';
import { decode } from './text-encoding.ts';

/** Processes at a time. */
const batch = 16;

/** The texts of files as the last commit has them, by display path; those that it does not have are missing. */
export async function committedTexts(
  paths: readonly string[],
  { cwd, env }: { readonly cwd: string; readonly env?: Environment },
): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  const relative = paths.filter((path) => !isAbsolute(path));
  for (let at = 0; at < relative.length; at += batch) {
    await Promise.all(
      relative.slice(at, at + batch).map(async (path) => {
        const from = path.startsWith('../') ? path : `./${path}`;
        // Prints the blob as it is: no filter or converter of the repository is started.
        const blob = await runGit(cwd, ['cat-file', 'blob', `HEAD:${from}`], env);
        if (blob) texts.set(path, decode(blob).text);
      }),
    );
  }
  return texts;
}
