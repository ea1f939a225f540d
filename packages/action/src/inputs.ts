import { getInput, getMultilineInput } from '@actions/core';
import { reporterIds } from '@regmigrate/reporters';
import { ActionError } from './action-error.ts';

const modes = ['check', 'suggest', 'fix-commit'] as const;
type Mode = (typeof modes)[number];

/** The inputs of action.yml, checked. What is empty there is absent here. */
export interface Inputs {
  readonly paths: readonly string[];
  readonly mode: Mode;
  /** A reporter, for the log. */
  readonly format: string;
  readonly onlyChanged: boolean;
  readonly baseline?: string;
  readonly config?: string;
  readonly unsafeFixes: boolean;
  readonly suppressions: boolean;
  readonly trustConfig: boolean;
  readonly sarifFile?: string;
  readonly token: string;
  readonly commitMessage: string;
}

/** Throws an ActionError that names the input, its value and what is allowed. */
export function readInputs(): Inputs {
  const [baseline, config, sarifFile] = ['baseline', 'config', 'sarif-file'].map((name) => getInput(name));
  return {
    paths: getMultilineInput('paths'),
    mode: oneOf('mode', modes, 'check'),
    format: oneOf('format', reporterIds, 'github'),
    onlyChanged: yesOrNo('only-changed', false),
    unsafeFixes: yesOrNo('unsafe-fixes', false),
    suppressions: yesOrNo('suppressions', true),
    trustConfig: yesOrNo('trust-config', false),
    token: getInput('token'),
    commitMessage: getInput('commit-message') || 'fix: move images off retired registries',
    ...(baseline && { baseline }),
    ...(config && { config }),
    ...(sarifFile && { sarifFile }),
  };
}

function oneOf<T extends string>(name: string, allowed: readonly T[], usual: T): T {
  const value = getInput(name) || usual;
  const found = allowed.find((one) => one === value);
  if (found === undefined) throw wrong(name, value, allowed);
  return found;
}

function yesOrNo(name: string, usual: boolean): boolean {
  const value = getInput(name) || String(usual);
  // As YAML 1.2 writes them.
  if (/^(?:true|True|TRUE)$/.test(value)) return true;
  if (/^(?:false|False|FALSE)$/.test(value)) return false;
  throw wrong(name, value, ['true', 'false']);
}

function wrong(name: string, value: string, allowed: readonly string[]): ActionError {
  return new ActionError(
    `The input ${name} is ${JSON.stringify(value)}; it may be ${allowed.slice(0, -1).join(', ')} or ${allowed.at(-1)}.`,
  );
}
