import { normalizeName, printReference, type Part, type Reference } from '@regmigrate/core';
import { toPrintable } from '@regmigrate/reporters';
import type { Page } from './page.ts';

/** What the reference parses to. What is not written is told, if it has a default. */
export function describeParts(reference: Reference, transport: string, { paint }: Page): string[] {
  const { domain, path, tag, digest } = reference;
  const meant = normalizeName(reference);
  const rows = [
    row('prefix', undefined, transport && `${transport} (no part of the reference; it stays)`),
    row('domain', domain, `${meant.domain} (by default)`),
    row('path', path, ''),
    row('tag', tag, digest ? '' : 'latest (by default)'),
    row('digest', digest, ''),
  ];
  if (meant.path !== path.value) rows.splice(3, 0, ['means', `${meant.domain}/${meant.path}`]);
  const lines = rows.flatMap(([name, value]) =>
    value === '' ? [] : [`  ${paint.dim(name.padEnd(6))}  ${toPrintable(value)}`],
  );
  return [paint.bold(toPrintable(printReference(reference))), '', ...lines];
}

function row(name: string, part: Part | undefined, otherwise: string): [string, string] {
  return [name, part ? `${part.value}${part.templated ? ' (known only later)' : ''}` : otherwise];
}
