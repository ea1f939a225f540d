import { join } from 'node:path';

const TOPS = ['cmd', 'pkg', 'internal', 'deploy', 'charts', 'docs', 'test'];

/** Some fifteen files a folder, three to five levels deep. */
export function folderOf(index) {
  const folder = Math.floor(index / 15);
  const parts = [TOPS[folder % TOPS.length], `group-${folder % 61}`, `unit-${folder % 997}`];
  if (folder % 2 === 0) parts.push(`part-${folder % 13}`);
  return folder % 6 === 0 ? join(...parts, 'testdata') : join(...parts);
}
