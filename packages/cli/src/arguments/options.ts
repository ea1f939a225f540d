export const commandIds = ['lint', 'fix', 'verify', 'undo', 'explain', 'images', 'init'] as const;
export type CommandId = (typeof commandIds)[number];

interface Option {
  readonly type: 'boolean' | 'string';
  /** Set for a flag that may be given a value: `--changed`, `--changed=main`. */
  readonly mayHaveValue?: true;
  readonly short?: string;
  /** The commands that take it; all if absent. */
  readonly commands?: readonly CommandId[];
}

const reading = ['lint', 'fix', 'images'] as const;
/** Commands that heed the configuration. */
const judging = ['lint', 'fix', 'verify', 'explain', 'images'] as const;
const rendering = ['verify', 'fix'] as const;

/** Every flag there is. The help texts tell the same in words; a test holds the two together. */
export const options = {
  diff: { type: 'boolean', commands: ['fix'] },
  'unsafe-fixes': { type: 'boolean', commands: ['fix'] },
  'bump-chart': { type: 'string', commands: ['fix'] },
  changed: { type: 'boolean', mayHaveValue: true, commands: ['lint', 'fix'] },
  verify: { type: 'boolean', commands: ['fix'] },
  base: { type: 'string', commands: ['verify'] },
  values: { type: 'string', commands: rendering },
  timeout: { type: 'string', commands: rendering },
  'kube-version': { type: 'string', commands: rendering },
  'helm-bin': { type: 'string', commands: rendering },
  'kustomize-bin': { type: 'string', commands: rendering },
  'helm-dependency-build': { type: 'boolean', commands: rendering },
  'allow-remote': { type: 'boolean', commands: rendering },
  format: { type: 'string', commands: [...reading, 'verify'] },
  'output-file': { type: 'string', commands: ['lint', 'fix'] },
  config: { type: 'string', commands: judging },
  'no-config': { type: 'boolean', commands: judging },
  'no-config-code': { type: 'boolean', commands: judging },
  map: { type: 'string', commands: judging },
  to: { type: 'string', commands: judging },
  'print-config': { type: 'string', commands: ['lint'] },
  'no-suppressions': { type: 'boolean', commands: ['lint', 'fix'] },
  'report-unused-suppressions': { type: 'boolean', commands: ['lint', 'fix'] },
  'remove-unused-suppressions': { type: 'boolean', commands: ['fix'] },
  baseline: { type: 'string', commands: ['lint', 'fix'] },
  'update-baseline': { type: 'boolean', commands: ['lint', 'fix'] },
  force: { type: 'boolean', commands: ['init'] },
  'exit-zero': { type: 'boolean', commands: reading },
  'no-ignore': { type: 'boolean', commands: reading },
  'max-file-size': { type: 'string', commands: reading },
  'stdin-filename': { type: 'string', commands: reading },
  verbose: { type: 'boolean', short: 'v' },
  quiet: { type: 'boolean', short: 'q' },
  color: { type: 'boolean' },
  'no-color': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'V' },
} as const satisfies Record<string, Option>;

export type OptionName = keyof typeof options;

/** What says how to render, and nothing else. */
export const renderingFlags = [
  'values',
  'timeout',
  'kube-version',
  'helm-bin',
  'kustomize-bin',
  'helm-dependency-build',
  'allow-remote',
] as const satisfies readonly OptionName[];

export function optionOf(name: string): Option | undefined {
  return Object.hasOwn(options, name) ? options[name as OptionName] : undefined;
}
