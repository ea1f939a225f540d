export { changedFiles, type ChangedOptions } from './changed-files.ts';
export { discover, type DiscoverOptions, type Discovery } from './discover.ts';
export { committedTexts } from './files/committed-texts.ts';
export { coverOf } from './files/cover-of.ts';
export { createIgnoredBy, type IgnoredBy, type IgnoringOptions } from './ignore/ignored-by.ts';
export { isWithin } from './files/is-within.ts';
export { openTree, type TreeOptions } from './files/open-tree.ts';
export { decodePath, encodePath } from './files/path-bytes.ts';
export {
  defaultMaxFileSize,
  digestOf,
  readSource,
  type ReadOptions,
  type ReadResult,
  type ReadSource,
  type SourceStamp,
} from './files/read-source.ts';
export { readStdin } from './files/read-stdin.ts';
export { decode, encode, type Decoded, type Encoding } from './files/text-encoding.ts';
export type { ScanProblemCode } from './files/scan-problem.ts';
export { leaveOutIgnored, type IgnoredFile } from './leave-out-ignored.ts';
export type { LocatedAnalysis } from './locate.ts';
export { analyzeSource } from './analyze-source.ts';
export { scan, type AnalyzedFile, type ScanOptions, type ScanProgress, type ScanResult } from './scan.ts';
export type { Environment } from './search/run-process.ts';
