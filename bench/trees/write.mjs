import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export function write(root, name, text) {
  const path = join(root, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** A tree that is there already, complete, is used again. */
export function once(root, build) {
  const stamp = `${root}.complete`;
  if (existsSync(stamp)) return;
  mkdirSync(root, { recursive: true });
  build();
  writeFileSync(stamp, '');
}
