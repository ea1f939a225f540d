import { closeSync, constants, openSync, readFileSync } from 'node:fs';

/** The flags hold where the file was exchanged for a link or a pipe since it was looked at. */
export function readRegularFile(name: string | Buffer): Buffer {
  const file = openSync(name, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0));
  try {
    return readFileSync(file);
  } finally {
    closeSync(file);
  }
}
