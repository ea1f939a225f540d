import fc from 'fast-check';
import { describe, it, vi } from 'vitest';
import { decode } from '@regmigrate/scanner';
import { laws, listCases, readCase } from '../src/index.ts';
import { fuzzOptions } from './arbitrary/fuzz-options.ts';
import { referenceText } from './arbitrary/reference-text.ts';
import { yamlText } from './arbitrary/yaml-text.ts';

const paths = [
  'deploy.yaml',
  'values.yaml',
  'kustomization.yaml',
  'list.json',
  'Dockerfile',
  'build.sh',
  'Makefile',
  'README.md',
  'main.go',
  'app.py',
  'config.toml',
  'main.tf',
  'notes.txt',
  'templates/pod.yaml',
];

/** Runs all laws over bytes, as if they were the input of a case. */
function obey(path: string, bytes: Buffer): void {
  const { text, opaque } = decode(bytes);
  const file = { path, text, ...(opaque && { opaque }) };
  for (const law of laws)
    law.check({
      id: 'fuzz',
      kind: '',
      room: '',
      name: '',
      folder: new URL('file:///'),
      input: path,
      bytes,
      file,
    });
}

// `FUZZ_RUNS` may ask for much; nothing here waits.
vi.setConfig({ testTimeout: 600_000 });

const anyPath = fc.constantFrom(...paths);

describe('the laws hold', () => {
  it('for any bytes with names among them', () => {
    const piece = fc.oneof(
      fc.uint8Array({ maxLength: 12 }).map((bytes) => Buffer.from(bytes)),
      fc.string({ maxLength: 12 }).map((text) => Buffer.from(text)),
      referenceText.map((text) => Buffer.from(text)),
      fc.constantFrom('\n', '\r\n', ': ', '- ', '"', "'", '#', ' ').map((text) => Buffer.from(text)),
    );
    fc.assert(
      fc.property(anyPath, fc.array(piece, { maxLength: 12 }), (path, pieces) =>
        obey(path, Buffer.concat(pieces)),
      ),
      fuzzOptions(200),
    );
  });

  it('for random YAML', () => {
    fc.assert(
      fc.property(anyPath, yamlText, (path, text) => obey(path, Buffer.from(text))),
      fuzzOptions(25),
    );
  });

  it('for lines of the cases, in any order', () => {
    const lines = [...new Set(listCases().flatMap((fixture) => readCase(fixture).file.text.split(/\r?\n/)))];
    const splice = fc.array(fc.oneof(fc.constantFrom(...lines), referenceText), { maxLength: 12 });
    fc.assert(
      fc.property(anyPath, splice, (path, some) => obey(path, Buffer.from(some.join('\n')))),
      fuzzOptions(100),
    );
  });
});
