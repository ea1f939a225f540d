import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { encodePath } from '@regmigrate/scanner';

/** Writes the files of one state below a new folder that only the user can read. */
export async function writeCopy(folder: string, files: ReadonlyMap<string, Buffer>): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const made = new Set<string>();
  for (const [path, bytes] of files) {
    const target = join(folder, path);
    const parent = dirname(target);
    if (!made.has(parent)) await mkdir(encodePath(parent), { recursive: true, mode: 0o700 });
    made.add(parent);
    await writeFile(encodePath(target), bytes, { flag: 'wx', mode: 0o600 });
  }
}
