import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';

/** Builds the Action as it is released, away from the packages that it is made of; the path of its main.js. */
export function buildBundle(): string {
  const folder = mkdtempSync(join(tmpdir(), 'regmigrate-action-bundle-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const script = fileURLToPath(new URL('../build.mjs', import.meta.url));
  execFileSync(process.execPath, [script, join(folder, 'dist')]);
  return join(folder, 'dist/main.js');
}
