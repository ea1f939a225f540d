import { existsSync, readFileSync } from 'node:fs';
import type { FixtureCase } from './fixture-case.ts';

/** The bytes that a case expects under `name`; `otherwise` where it has no such file. */
export function expectedFile({ folder }: FixtureCase, name: string, otherwise?: Buffer): Buffer | undefined {
  const file = new URL(name, folder);
  return existsSync(file) ? readFileSync(file) : otherwise;
}
