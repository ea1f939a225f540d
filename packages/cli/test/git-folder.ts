import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { folderWith } from './run-in.ts';

/** A repository with these files in its one commit; gone after the test. */
export function gitFolder(files: Readonly<Record<string, string>>): string {
  const folder = folderWith(files);
  rmSync(join(folder, '.git'), { recursive: true });
  const git = (...args: string[]): void => {
    const identity = [
      '-c',
      'user.name=test',
      '-c',
      'user.email=test@example.com',
      '-c',
      'commit.gpgSign=false',
    ];
    const { status, stderr } = spawnSync('git', [...identity, ...args], { cwd: folder, encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
  };
  git('init', '-q');
  git('add', '-A');
  git('commit', '-q', '-m', 'all');
  return folder;
}
