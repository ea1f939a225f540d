import { nearest, UsageError, type Reporter } from '@regmigrate/core';
import { loadReporter, reporterIds } from '@regmigrate/reporters';

export async function pickReporter(format: string): Promise<Reporter> {
  return (await loadReporter(format)) ?? refuse(reporterIds, format);
}

export function pickFormat<T extends { readonly id: string }>(formats: readonly T[], format: string): T {
  const found = formats.find(({ id }) => id === format);
  return (
    found ??
    refuse(
      formats.map(({ id }) => id),
      format,
    )
  );
}

function refuse(ids: readonly string[], format: string): never {
  const meant = nearest(format, ids);
  const hint = meant === undefined ? `There are: ${ids.join(', ')}.` : `Did you mean ${meant}?`;
  throw new UsageError('unknown-format', `There is no format ${JSON.stringify(format)}. ${hint}`);
}
