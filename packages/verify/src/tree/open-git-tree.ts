import { createHash } from 'node:crypto';
import { UsageError } from '@regmigrate/core';
import type { Environment } from '@regmigrate/scanner';
import { PathIndex, type FileTree, type TreeEntry } from './file-tree.ts';
import { git, splitAtNul } from './git.ts';

interface Blob {
  readonly mode: string;
  readonly id: string;
}

/** The commit that a revision names. */
export async function resolveCommit(root: string, revision: string, env: Environment): Promise<string> {
  const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`];
  const commit = (await git(root, env, args))?.toString().trim();
  if (commit) return commit;
  throw new UsageError('unknown-base', `Git knows no commit ${JSON.stringify(revision)} in ${root}`);
}

/** The files of a commit. What git ignores is in no commit: it is taken as it is on the disk. */
export async function openGitTree(
  root: string,
  commit: string,
  work: FileTree,
  env: Environment,
): Promise<FileTree> {
  const listed = await git(root, env, ['ls-tree', '-r', '-z', '--full-tree', commit]);
  if (listed === undefined) throw new UsageError('unknown-base', `Git cannot list the files of ${commit}`);
  const blobs = new Map<string, Blob>();
  for (const line of splitAtNul(listed)) {
    const [, mode = '', id = '', path = ''] = /^(\d+) blob ([0-9a-f]+)\t([^]*)$/.exec(line) ?? [];
    if (path !== '') blobs.set(path, { mode, id });
  }
  return {
    ignored: work.ignored,
    paths: new PathIndex([...blobs.keys(), ...work.ignored]),
    async read(path) {
      const blob = blobs.get(path);
      if (blob === undefined) return work.ignored.has(path) ? work.read(path) : undefined;
      const now = await work.read(path);
      if (now?.kind === 'file' && idOf(now.bytes, blob.id.length) === blob.id) return now;
      return entryOf(blob, await git(root, env, ['cat-file', 'blob', blob.id]));
    },
  };
}

function entryOf({ mode }: Blob, bytes: Buffer | undefined): TreeEntry | undefined {
  if (bytes === undefined) return undefined;
  return mode === '120000' ? { kind: 'link', target: bytes.toString() } : { kind: 'file', bytes };
}

/** The name under which git would store these bytes, so that it is not asked for what lies on the disk. */
function idOf(bytes: Buffer, digits: number): string {
  const hash = createHash(digits === 64 ? 'sha256' : 'sha1');
  return hash.update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}
