import { rmSync, writeFileSync } from 'node:fs';
import type { FixtureCase } from './fixture-case.ts';
import { runCase } from './run-case.ts';

/** Writes what is as what is expected. The difference is for a person to read, line by line. */
export function updateCase(fixture: FixtureCase): void {
  const { input, output, unsafe, findings } = runCase(fixture);
  const extension = fixture.input.slice('input.'.length);
  const write = (name: string, text: Buffer, otherwise?: Buffer): void => {
    const file = new URL(name, fixture.folder);
    if (otherwise?.equals(text)) rmSync(file, { force: true });
    else writeFileSync(file, text);
  };
  write(`output.${extension}`, output, input);
  write(`unsafe.${extension}`, unsafe, output);
  write('findings.json', findings);
}
