import { realpathSync } from 'node:fs';
import { dirname } from 'node:path';
import { isWithin } from '@regmigrate/scanner';

/** Whether a path below a folder lies elsewhere in truth, as a folder on its way is a link out. */
export function leadsOut(folder: string, path: string): boolean {
  if (!isWithin(folder, path)) return false;
  try {
    return !isWithin(realpathSync(folder), realpathSync(dirname(path)));
  } catch {
    // What is not there leads nowhere; whoever opens it says so better.
    return false;
  }
}
