import { parseArgs } from 'node:util';
import { nearest, UsageError } from '@regmigrate/core';
import { commandIds, optionOf, options, type CommandId, type OptionName } from './options.ts';
import { readColor, readKubeVersion, readSeconds, readSize, readStep } from './read-values.ts';

export interface Arguments {
  readonly command: CommandId;
  /** False where `lint` was only assumed. */
  readonly named: boolean;
  /** What follows the command: paths, or the reference to explain. */
  readonly operands: readonly string[];
  /** The last one, for commands that write only one document. */
  readonly format?: string;
  /** All of them, in order; `outputFiles` likewise. */
  readonly formats: readonly string[];
  readonly outputFiles: readonly string[];
  /** A file; the nearest one if absent. */
  readonly config?: string;
  /** Moves as `old=new`. */
  readonly maps: readonly string[];
  /** A registry, with a path perhaps, in place of registry.k8s.io. */
  readonly to?: string;
  readonly printConfig?: string;
  readonly baseline?: string;
  /** Bytes. */
  readonly maxFileSize?: number;
  readonly stdinFilename?: string;
  /** A revision of git: only what has changed since is of interest. */
  readonly changed?: string;
  /** A revision of git. */
  readonly base?: string;
  /** Files of values to render charts with. */
  readonly values: readonly string[];
  /** Seconds. */
  readonly timeout?: number;
  /** As Helm takes it. */
  readonly kubeVersion?: string;
  readonly helmBin?: string;
  readonly kustomizeBin?: string;
  /** Which number of the version of a changed chart is raised. */
  readonly bumpChart?: 'patch' | 'minor';
  readonly color?: boolean;
  readonly flags: ReadonlySet<OptionName>;
}

/** Reads the command line. The first word is the command if it names one; else it is a path to lint. */
export function parseArguments(argv: readonly string[]): Arguments {
  const values = new Map<OptionName, string | undefined>();
  const repeated = {
    values: [] as string[],
    format: [] as string[],
    'output-file': [] as string[],
    map: [] as string[],
  };
  const words: { readonly text: string; readonly literal: boolean }[] = [];
  let literal = false;
  // Not strict, because the errors of `parseArgs` tell neither the nearest flag nor the command it belongs to.
  const { tokens } = parseArgs({
    args: [...argv],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind === 'option-terminator') literal = true;
    else if (token.kind === 'positional') words.push({ text: token.value, literal });
    else {
      const name = checkOption(token.name, token.rawName, token.value);
      values.set(name, token.value);
      if (name in repeated && token.value !== undefined)
        repeated[name as keyof typeof repeated].push(token.value);
    }
  }

  // `help fix` is what many try first; a folder of that name is ./help.
  if (words[0]?.text === 'help' && !words[0].literal) {
    words.shift();
    values.set('help', undefined);
  }
  const { command, named, operands } = readCommand(words);
  for (const name of values.keys()) checkCommand(name, command);
  // An unset variable in quotes; taken for the current folder it would rewrite more than was meant.
  if (command !== 'explain' && operands.includes(''))
    throw new UsageError('empty-path', 'A path is empty; the current folder is named by a dot.');
  const maxFileSize = values.get('max-file-size');
  const [format, stdinFilename] = [values.get('format'), values.get('stdin-filename')];
  const [base, timeout] = [values.get('base'), values.get('timeout')];
  const [helmBin, kustomizeBin] = [values.get('helm-bin'), values.get('kustomize-bin')];
  const [bumpChart, kubeVersion] = [values.get('bump-chart'), values.get('kube-version')];
  const color = readColor([...values.keys()]);
  return {
    command,
    named,
    operands,
    flags: new Set(values.keys()),
    values: repeated.values,
    formats: repeated.format,
    outputFiles: repeated['output-file'],
    maps: repeated.map,
    ...readJudging(values),
    ...(values.has('changed') && { changed: values.get('changed') ?? 'HEAD' }),
    ...(base !== undefined && { base }),
    ...(timeout !== undefined && { timeout: readSeconds(timeout) }),
    ...(kubeVersion !== undefined && { kubeVersion: readKubeVersion(kubeVersion) }),
    ...(helmBin !== undefined && { helmBin }),
    ...(kustomizeBin !== undefined && { kustomizeBin }),
    ...(bumpChart !== undefined && { bumpChart: readStep(bumpChart) }),
    ...(format !== undefined && { format }),
    ...(stdinFilename !== undefined && { stdinFilename }),
    ...(maxFileSize !== undefined && { maxFileSize: readSize(maxFileSize) }),
    ...(color !== undefined && { color }),
  };
}

/** What decides how a reference is judged, as it was given. */
function readJudging(values: ReadonlyMap<OptionName, string | undefined>) {
  const [config, to, baseline] = [values.get('config'), values.get('to'), values.get('baseline')];
  const printConfig = values.get('print-config');
  if (values.has('update-baseline') && baseline === undefined)
    throw new UsageError('baseline-missing', '--update-baseline needs --baseline=FILE to say which.');
  if (values.has('update-baseline') && values.has('diff'))
    throw new UsageError(
      'baseline-unwritten',
      '--diff writes nothing, and --update-baseline the baseline: leave one out.',
    );
  return {
    ...(config !== undefined && { config }),
    ...(to !== undefined && { to }),
    ...(baseline !== undefined && { baseline }),
    ...(printConfig !== undefined && { printConfig }),
  };
}

function readCommand(words: readonly { readonly text: string; readonly literal: boolean }[]) {
  const [first, ...rest] = words;
  const operands = words.map(({ text }) => text);
  const command = first?.literal ? undefined : commandIds.find((id) => id === first?.text);
  if (command) return { command, named: true, operands: rest.map(({ text }) => text) };
  return { command: 'lint' as const, named: false, operands };
}

function checkOption(name: string, written: string, value: string | undefined): OptionName {
  const option = optionOf(name);
  if (!option) {
    const meant = nearest(name, Object.keys(options));
    const hint =
      meant === undefined ? 'Run regmigrate --help for those there are.' : `Did you mean --${meant}?`;
    throw new UsageError('unknown-option', `There is no option ${written}. ${hint}`);
  }
  if (option.type === 'string' && (value === undefined || value === ''))
    throw new UsageError(
      'missing-value',
      `The option --${name} needs a value, as in --${name}=${EXAMPLES[name] ?? '…'}.`,
    );
  if (option.type === 'boolean' && value !== undefined && (option.mayHaveValue !== true || value === ''))
    throw new UsageError('unexpected-value', `The option --${name} takes no value.`);
  return name as OptionName;
}

const EXAMPLES: Readonly<Record<string, string>> = {
  format: 'json',
  'output-file': 'report.json',
  config: 'ci/regmigrate.yaml',
  map: 'old.example/team=new.example',
  to: 'mirror.example/k8s',
  'print-config': 'deploy/web.yaml',
  baseline: 'regmigrate-baseline.json',
  'max-file-size': '16MB',
  'stdin-filename': 'deploy/web.yaml',
  'bump-chart': 'patch',
  base: 'main',
  values: 'prod-values.yaml',
  timeout: '60',
  'kube-version': '1.29',
  'helm-bin': '/usr/local/bin/helm',
  'kustomize-bin': '/usr/local/bin/kustomize',
};

function checkCommand(name: OptionName, command: CommandId): void {
  const commands = optionOf(name)?.commands;
  if (!commands || commands.includes(command)) return;
  const list = commands.map((id) => `regmigrate ${id}`).join(', ');
  throw new UsageError(
    'wrong-command',
    `The option --${name} does not belong to ${command}, but to: ${list}.`,
  );
}
