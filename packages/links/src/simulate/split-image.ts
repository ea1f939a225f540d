/** An image as `images` see it: the name that they look for, and what follows it. */
export interface SplitImage {
  readonly name: string;
  /** `:tag`, `@digest`, both or nothing. */
  readonly rest: string;
}

/** Longer values are no images. UTF-16 units. */
const LONGEST = 1000;
const REST = /(?::[\w.{}-]*)?(?:@[A-Za-z0-9]+(?:[.+_-][A-Za-z0-9]+)*:[\w.{}-]*)?$/;

export function splitImage(value: string): SplitImage {
  if (value.length > LONGEST) return { name: value, rest: '' };
  const from = value.lastIndexOf('/') + 1;
  const at = REST.exec(value.slice(from))?.index ?? value.length - from;
  return { name: value.slice(0, from + at), rest: value.slice(from + at) };
}

/** What is left of `rest` under an entry: it replaces the tag and the digest together, or adds to the tag. */
export function newRest(
  rest: string,
  {
    newTag,
    digest,
    tagSuffix,
  }: { readonly newTag?: string; readonly digest?: string; readonly tagSuffix?: string },
): string {
  if (newTag !== undefined || digest !== undefined)
    return (newTag === undefined ? '' : `:${newTag}`) + (digest === undefined ? '' : `@${digest}`);
  if (tagSuffix === undefined) return rest;
  return `:${/^:([^@]*)/.exec(rest)?.[1] ?? ''}${tagSuffix}`;
}
