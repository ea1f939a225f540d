import { toPrintable } from '@regmigrate/reporters';
import type { Inventory } from './inventory.ts';

/** What was not read, one line each. */
export function problemNotes({ problems, hints }: Pick<Inventory, 'problems' | 'hints'>): string {
  return [...problems, ...hints]
    .map(({ file, message }) => `regmigrate: ${toPrintable(`${file} ${message}`)}\n`)
    .join('');
}
