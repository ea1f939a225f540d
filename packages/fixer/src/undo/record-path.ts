import { createHash } from 'node:crypto';
import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

export interface RecordPlace {
  /** The file of the record. */
  readonly file: string;
  /** The folder that the record's paths start from: the work tree, so that it may be moved, or the folder of the run. */
  readonly base: string;
}

/** Where the record of a run in `cwd` is kept: never in the tree itself. */
export function recordPlace(cwd: string, env: Readonly<Record<string, string | undefined>>): RecordPlace {
  const start = realpathSync(cwd);
  for (let base = start; ; base = dirname(base)) {
    const git = gitFolder(join(base, '.git'));
    if (git !== undefined) return { file: join(git, 'regmigrate', 'undo.json'), base };
    if (dirname(base) === base) break;
  }
  const state = env['XDG_STATE_HOME'] ?? '';
  const home = state.startsWith('/') ? state : join(env['HOME'] ?? homedir(), '.local', 'state');
  const name = createHash('sha256').update(start).digest('hex').slice(0, 32);
  return { file: join(home, 'regmigrate', `${name}.json`), base: start };
}

/** In a linked work tree and a submodule `.git` is a file that names the folder. */
function gitFolder(path: string): string | undefined {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return undefined;
  const folder = stat.isDirectory() ? path : /^gitdir: (.*)$/m.exec(readFileSync(path, 'utf8'))?.[1];
  const absolute = folder === undefined ? undefined : resolve(dirname(path), folder);
  return absolute !== undefined && existsSync(join(absolute, 'HEAD')) ? absolute : undefined;
}
