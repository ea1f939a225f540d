import type { SourceFile, Span } from '@regmigrate/core';

interface ListedImage {
  readonly reference: string;
  readonly span: Span;
  readonly locator?: string;
}

const FIELD = /^[ \t]*(?:-[ \t]+)*["']?image["']?:[ \t]+["']?([^\s"'#{}[\],&*|>]+)["']?[ \t]*(?:#.*)?$/gm;
const FROM = /^FROM[ \t]+(?:--\S+[ \t]+)*([^\s#]+)/gim;

/** Whole references in image fields and FROM lines. */
export function listImages({ path, text }: SourceFile): ListedImage[] {
  const expression = /(?:^|[/.])(?:Dockerfile|Containerfile)/i.test(path) ? FROM : FIELD;
  return Array.from(text.matchAll(expression), (match) => {
    const reference = match[1] ?? '';
    const start = match.index + match[0].indexOf(reference);
    return { reference, span: { start, end: start + reference.length } };
  });
}
