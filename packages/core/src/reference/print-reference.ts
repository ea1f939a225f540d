import type { Reference } from '../model/reference.ts';

/** The reference as it was written: `printReference(parseReference(text).reference) === text`. */
export function printReference({ domain, path, tag, digest }: Reference): string {
  return (
    (domain ? `${domain.value}/` : '') +
    path.value +
    (tag ? `:${tag.value}` : '') +
    (digest ? `@${digest.value}` : '')
  );
}
