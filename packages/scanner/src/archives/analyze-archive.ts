import { createHash } from 'node:crypto';
import { createReadStream, fstatSync } from 'node:fs';
import { posix } from 'node:path';
import type { FileAnalysis, Finding, Kept, Located, SourceFile, Tree } from '@regmigrate/core';
import type { AnalyzedFile } from '../scan.ts';
import { readValues } from '@regmigrate/formats';
import { openArchive } from './archive-file.ts';
import { ArchiveReader } from './archive-reader.ts';
import { judgeMember } from './judge-member.ts';
import { parentChart } from './parent-chart.ts';
import { defaultArchiveLimits, type ArchiveLimits } from './unpack-budget.ts';

export interface ArchiveOptions {
  readonly cwd: string;
  /** Bytes of one member that are read. */
  readonly maxFileSize: number;
  readonly pattern: RegExp;
  readonly analyze: (file: SourceFile) => FileAnalysis;
  readonly tree: Tree;
  readonly limits?: ArchiveLimits;
}

/**
 * What the members of an archive hold, told as mentions of the archive without edits. Empty where there is nothing to
 * say. Throws only what node:fs does when the file cannot be opened or read.
 */
export async function analyzeArchive(
  path: string,
  options: ArchiveOptions,
): Promise<readonly AnalyzedFile[]> {
  const { cwd, tree, limits = defaultArchiveLimits } = options;
  const fd = openArchive(cwd, path);
  const { size, mtimeMs } = fstatSync(fd);
  const hash = createHash('sha256');
  const packed = createReadStream('', { fd, highWaterMark: 1 << 18 });
  packed.on('data', (chunk) => hash.update(chunk));
  // The reader takes it from here; until then nothing may flow.
  packed.pause();
  const reader = new ArchiveReader({ ...options, file: path, limits });
  await reader.read(packed);
  const values = readValues(tree.read(posix.join(posix.dirname(path), '../values.yaml')) ?? '');
  const place = { file: path, charts: reader.charts, parent: parentChart(path, cwd, tree), values };
  const findings: Located<Finding>[] = [];
  const kept: Located<Kept>[] = [];
  for (const found of reader.mentions) {
    const judged = judgeMember(found, place);
    if ('edits' in judged) findings.push(judged);
    else kept.push(judged);
  }
  const problems = reader.problems();
  if (findings.length + kept.length + problems.length === 0) return [];
  // Never edited, so that the digest of what was read is enough where it was not read to its end.
  const source = { path, encoding: 'latin1' as const, size, mtimeMs, digest: hash.digest('hex') };
  return [{ analysis: { file: path, findings, kept, problems }, source }];
}
