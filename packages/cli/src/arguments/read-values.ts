import { UsageError } from '@regmigrate/core';
import type { OptionName } from './options.ts';
import { parseSize } from './parse-size.ts';

/** Bytes. */
export function readSize(text: string): number {
  const size = parseSize(text);
  if (size !== undefined) return size;
  throw new UsageError(
    'bad-size',
    `--max-file-size takes a number of bytes such as 16MB, not ${JSON.stringify(text)}.`,
  );
}

export function readStep(text: string): 'patch' | 'minor' {
  if (text === 'patch' || text === 'minor') return text;
  throw new UsageError('bad-step', `--bump-chart takes patch or minor, not ${JSON.stringify(text)}.`);
}

/** Seconds in a day. */
const LONGEST_TIMEOUT = 86_400;

export function readSeconds(text: string): number {
  const seconds = /^\d+(?:\.\d+)?s?$/.test(text) ? Number.parseFloat(text) : 0;
  if (seconds > 0 && seconds <= LONGEST_TIMEOUT) return seconds;
  throw new UsageError(
    'bad-timeout',
    `--timeout takes a number of seconds such as 60, not ${JSON.stringify(text)}.`,
  );
}

export function readKubeVersion(text: string): string {
  if (/^v?\d{1,3}\.\d{1,3}(?:\.\d{1,3})?$/.test(text)) return text;
  throw new UsageError(
    'bad-kube-version',
    `--kube-version takes a version of Kubernetes such as 1.29, not ${JSON.stringify(text)}.`,
  );
}

/** The last of `--color` and `--no-color` counts. */
export function readColor(names: readonly OptionName[]): boolean | undefined {
  const last = names.findLast((name) => name === 'color' || name === 'no-color');
  return last === undefined ? undefined : last === 'color';
}
