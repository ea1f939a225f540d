import { chmodSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A shell script that stands in for helm or kustomize, removed when the test is over. */
export function fakeProgram(
  script: string,
  name = 'helm',
): { readonly program: string; readonly cwd: string } {
  const cwd = mkdtempSync(join(realpathSync(tmpdir()), 'regmigrate-fake-'));
  onTestFinished(() => rmSync(cwd, { recursive: true, force: true }));
  const program = join(cwd, name);
  writeFileSync(program, `#!/bin/sh\n${script}\n`);
  chmodSync(program, 0o755);
  return { program, cwd };
}
