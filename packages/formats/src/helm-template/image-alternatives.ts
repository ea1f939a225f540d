import type { ImageAlternative, LiteralPart, Part, Test } from './chart-image.ts';
import { cutLiteral } from './text-functions.ts';
import { printSingle } from './print-single.ts';
import { joinTests } from './truth.ts';
import type { Value } from './value.ts';

/** The options of an image field as its reader would see them: no white space or quotes around, none empty. */
export function imageAlternatives(printed: Value, when: readonly Test[]): readonly ImageAlternative[] {
  const alternatives: ImageAlternative[] = [];
  for (const option of printed) {
    const parts = withoutQuotes(withoutSpace(printSingle(option.is)));
    const tests = joinTests(when, option.when);
    if (tests && parts.length > 0) alternatives.push({ parts, when: tests });
  }
  return alternatives;
}

function withoutSpace(parts: readonly Part[]): readonly Part[] {
  const rest = parts.filter((part) => part.kind !== 'literal' || part.text !== '');
  const [first] = rest;
  if (first?.kind === 'literal' && /^\s/.test(first.text)) {
    const start = first.text.length - first.text.trimStart().length;
    return withoutSpace([cutLiteral(first, start, first.text.length), ...rest.slice(1)]);
  }
  const last = rest.at(-1);
  if (last?.kind === 'literal' && /\s$/.test(last.text))
    return withoutSpace([...rest.slice(0, -1), cutLiteral(last, 0, last.text.trimEnd().length)]);
  return rest;
}

function withoutQuotes(parts: readonly Part[]): readonly Part[] {
  const first = parts[0];
  const last = parts.at(-1);
  if (first?.kind !== 'literal' || last?.kind !== 'literal') return parts;
  const quote = first.text[0] ?? '';
  if (!/["']/.test(quote) || !last.text.endsWith(quote) || (first === last && first.text.length < 2))
    return parts;
  if (first === last) return withoutSpace([cutLiteral(first, 1, first.text.length - 1)]);
  const closing: LiteralPart = cutLiteral(last, 0, last.text.length - 1);
  return withoutSpace([cutLiteral(first, 1, first.text.length), ...parts.slice(1, -1), closing]);
}
