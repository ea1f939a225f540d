import type { Finding, Kept } from '@regmigrate/core';
import { toPrintable } from '../text/to-printable.ts';

/** Where it is in an archive, what the rule says, and why the fix is not safe; one printable line. */
export function saidOf({ member, locator, message, reason }: Finding | Kept): string {
  const where = member === undefined ? '' : `${locator ?? member.path}: `;
  return toPrintable(`${where}${message}${reason === undefined || reason === message ? '' : ` (${reason})`}`);
}
