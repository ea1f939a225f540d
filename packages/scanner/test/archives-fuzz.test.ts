import { gzipSync } from 'node:zlib';
import { analyzeFile } from '@regmigrate/testkit';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { analyzeArchive } from '../src/archives/analyze-archive.ts';
import { openTree } from '../src/files/open-tree.ts';
import { chart, pack, tar } from './pack.ts';
import { tree } from './tree.ts';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const values = 'image:\n  repository: k8s.gcr.io/pause\n  tag: "3.1"\n';
const inner = chart('common', {
  'values.yaml': values,
  'templates/x.yaml': 'image: k8s.gcr.io/pause:3.1',
});
const plain = tar(chart('redis', { 'values.yaml': values, 'charts/common-1.tgz': pack(...inner) }));
const packed = gzipSync(plain);

const damage = fc.record({
  cut: fc.option(fc.nat(), { nil: undefined }),
  flips: fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 255 })), { maxLength: 4 }),
});

function damaged(
  bytes: Buffer,
  { cut, flips }: typeof damage extends fc.Arbitrary<infer T> ? T : never,
): Buffer {
  const copy = Buffer.from(bytes);
  for (const [at, bits] of flips) copy[at % copy.length]! ^= bits;
  return cut === undefined ? copy : copy.subarray(0, cut % copy.length);
}

test('bytes that are cut off or changed, in the packed file and below: no error, an end, and nothing to edit', async () => {
  const cwd = tree({ 'web/Chart.yaml': 'name: web\n', 'web/charts/redis-1.tgz': packed });
  const options = {
    cwd,
    maxFileSize: 1 << 20,
    pattern: /k8s\.gcr\.io/i,
    analyze: analyzeFile,
    tree: openTree({ cwd, maxFileSize: 1 << 20 }),
    limits: { unpackedBytes: 1 << 22, members: 50, depth: 3 },
  };
  const whole = await analyzeArchive('web/charts/redis-1.tgz', options);
  expect(whole[0]?.analysis).toMatchObject({ findings: [{}, {}, {}], problems: [] });
  await fc.assert(
    fc.asyncProperty(damage, fc.boolean(), async (how, below) => {
      const bytes = below ? gzipSync(damaged(plain, how)) : damaged(packed, how);
      writeFileSync(join(cwd, 'web/charts/redis-1.tgz'), bytes);
      const started = performance.now();
      const [file] = await analyzeArchive('web/charts/redis-1.tgz', options);
      expect(performance.now() - started).toBeLessThan(2000);
      const { findings = [], kept = [], problems = [] } = file?.analysis ?? {};
      expect(findings.flatMap(({ edits }) => edits)).toEqual([]);
      // What is not found in a damaged archive is accounted for, or was changed into another name.
      const untouched = how.flips.length === 0;
      if (untouched && findings.length + kept.length < 3) expect(problems).not.toEqual([]);
    }),
    { numRuns: 300 },
  );
});
