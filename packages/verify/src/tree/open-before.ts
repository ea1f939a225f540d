import { relative, sep } from 'node:path';
import { UsageError } from '@regmigrate/core';
import { contentsBeforeFix, type ContentsBeforeFix } from '@regmigrate/fixer';
import { isWithin, type Environment } from '@regmigrate/scanner';
import type { FileTree } from './file-tree.ts';
import { openGitTree, resolveCommit } from './open-git-tree.ts';
import { overlayTree } from './overlay-tree.ts';

/** What the files are compared with. */
export type Base =
  | { readonly kind: 'undo-record'; readonly files: number }
  | { readonly kind: 'commit'; readonly revision: string; readonly commit: string };

export interface Before {
  readonly base: Base;
  readonly tree: FileTree;
}

interface Options {
  readonly root: string;
  readonly inGit: boolean;
  readonly work: FileTree;
  readonly cwd: string;
  readonly env: Environment;
  /** A revision of git; without it the last fix counts, and without that the last commit. */
  readonly revision?: string;
}

/** The state that the files on the disk are compared with. */
export async function openBefore({ root, inGit, work, cwd, env, revision }: Options): Promise<Before> {
  const record = revision === undefined ? await recordOf(cwd, env) : undefined;
  const contents = record?.changed.length === 0 ? contentsIn(root, record) : undefined;
  if (contents !== undefined && contents.size > 0)
    return { base: { kind: 'undo-record', files: contents.size }, tree: overlayTree(work, contents) };
  if (!inGit) throw new UsageError('no-base', noBase(root, record, revision));
  const commit = await resolveCommit(root, revision ?? 'HEAD', env);
  return {
    base: { kind: 'commit', revision: revision ?? 'HEAD', commit },
    tree: await openGitTree(root, commit, work, env),
  };
}

/** A record that is damaged tells nothing, and a commit may do. */
async function recordOf(cwd: string, env: Environment): Promise<ContentsBeforeFix | undefined> {
  try {
    return await contentsBeforeFix({ cwd, env });
  } catch (error) {
    if (error instanceof UsageError) return undefined;
    throw error;
  }
}

function contentsIn(root: string, { files }: ContentsBeforeFix): ReadonlyMap<string, Buffer> {
  const inside = [...files].filter(([path]) => isWithin(root, path));
  return new Map(inside.map(([path, bytes]) => [relative(root, path).replaceAll(sep, '/'), bytes]));
}

function noBase(root: string, record: ContentsBeforeFix | undefined, revision: string | undefined): string {
  if (revision !== undefined) return `--base names a commit, but ${root} is in no Git work tree.`;
  const [changed] = record?.changed ?? [];
  const why =
    changed === undefined ? 'there is no record of a fix' : `${changed} was changed after the last fix`;
  return `There is nothing to compare with: ${root} is in no Git work tree, and ${why}.`;
}
