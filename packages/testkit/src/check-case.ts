import { expect } from 'vitest';
import { expectedFile } from './cases/expected-file.ts';
import type { FixtureCase } from './cases/fixture-case.ts';
import { runCase } from './cases/run-case.ts';

/** Compares a case with what it expects: `output.*`, `unsafe.*`, `findings.json`. */
export function checkCase(fixture: FixtureCase): void {
  const { input, output, unsafe, findings } = runCase(fixture);
  const extension = fixture.input.slice('input.'.length);
  const safeText = expectedFile(fixture, `output.${extension}`, input);
  const unsafeText = expectedFile(fixture, `unsafe.${extension}`, safeText);
  const told = expectedFile(fixture, 'findings.json', Buffer.from('no findings.json; UPDATE=1 writes it'));
  expect(findings.toString(), 'findings.json').toBe(told?.toString());
  expect(output.toString('latin1'), 'after safe fixes').toBe(safeText?.toString('latin1'));
  expect(unsafe.toString('latin1'), 'after unsafe fixes').toBe(unsafeText?.toString('latin1'));
}
