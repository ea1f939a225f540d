import { UsageError, type Reporter } from '@regmigrate/core';
import { reporters } from '@regmigrate/reporters';
import { nearest } from '../arguments/nearest.ts';

export function pickReporter(format = 'pretty'): Reporter {
  return pickFormat(reporters, format);
}

export function pickFormat<T extends { readonly id: string }>(formats: readonly T[], format: string): T {
  const found = formats.find(({ id }) => id === format);
  if (found) return found;
  const ids = formats.map(({ id }) => id);
  const meant = nearest(format, ids);
  const hint = meant === undefined ? `There are: ${ids.join(', ')}.` : `Did you mean ${meant}?`;
  throw new UsageError('unknown-format', `There is no format ${JSON.stringify(format)}. ${hint}`);
}
