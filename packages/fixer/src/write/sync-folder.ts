import { open } from 'node:fs/promises';
import { encodePath } from '@regmigrate/scanner';

/** Makes renames in a folder last. Where the system cannot (Windows), they are no worse for it. */
export async function syncFolder(path: string): Promise<void> {
  try {
    const handle = await open(encodePath(path), 'r');
    await handle.sync().finally(() => handle.close());
  } catch {
    // The files themselves are synced; a lost rename leaves the old file, whole.
  }
}
