import { decode, encode } from '@regmigrate/scanner';
import { analyzeFile } from '../analyze-file.ts';
import { fixText } from '../fix-text.ts';
import type { FixtureCase } from './fixture-case.ts';
import { printFindings } from './print-findings.ts';
import { readCase } from './read-case.ts';

/** What becomes of a case's input today, as bytes. */
export interface Outcome {
  readonly input: Buffer;
  readonly output: Buffer;
  readonly unsafe: Buffer;
  readonly findings: Buffer;
}

export function runCase(fixture: FixtureCase): Outcome {
  const { bytes, file } = readCase(fixture);
  const { encoding } = decode(bytes);
  const analysis = analyzeFile(file);
  return {
    input: bytes,
    output: encode(fixText(file.text, analysis, 'safe'), encoding),
    unsafe: encode(fixText(file.text, analysis, 'unsafe'), encoding),
    findings: Buffer.from(printFindings(file.text, analysis)),
  };
}
