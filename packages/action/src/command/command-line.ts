import type { Inputs } from '../inputs.ts';

/** Where the reports of one run go: absolute paths, but for that of SARIF, which the user names. */
export interface ReportFiles {
  readonly json: string;
  readonly summary: string;
  /** The summary where there is less room. */
  readonly shortSummary: string;
}

/** The arguments of the command. `since` is a commit, `trusted` whether the tree may be run. */
export function commandLine(
  inputs: Inputs,
  files: ReportFiles,
  { since, trusted }: { readonly since: string | undefined; readonly trusted: boolean },
): readonly string[] {
  const { mode, format, baseline, config, sarifFile, unsafeFixes, suppressions, trustConfig } = inputs;
  const fix = mode === 'fix-commit';
  const paired = [
    ['json', files.json],
    ['markdown', files.summary],
    ['markdown-comment', files.shortSummary],
    ...(sarifFile ? [['sarif', sarifFile]] : []),
  ];
  return [
    fix ? 'fix' : 'lint',
    ...paired.flatMap(([id, file]) => [`--format=${id}`, `--output-file=${file}`]),
    // The one without a file, so the last, is for the log.
    `--format=${format}`,
    ...(fix && unsafeFixes ? ['--unsafe-fixes'] : []),
    ...(since === undefined ? [] : [`--changed=${since}`]),
    ...(baseline === undefined ? [] : [`--baseline=${baseline}`]),
    ...(config === undefined ? [] : [`--config=${config}`]),
    ...(trustConfig && trusted ? [] : ['--no-config-code']),
    ...(suppressions ? [] : ['--no-suppressions']),
    '--',
    ...inputs.paths,
  ];
}
