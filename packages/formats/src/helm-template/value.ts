import type { Origin, Part, Test } from './chart-image.ts';

/*
 * A template is run with symbols for values. What an expression gives is a list of options, one for each
 * way through the branches before it, with the tests that lead there.
 */
export interface Option {
  readonly is: Single;
  readonly when: readonly Test[];
}

export type Value = readonly Option[];

/** A test whose outcome may be known already. */
export type Truth = boolean | Test;

export type Single =
  /** `truth` is given where the text alone does not tell: for `false` and `0`. */
  | { readonly kind: 'text'; readonly parts: readonly Part[]; readonly truth?: boolean }
  | {
      readonly kind: 'values';
      readonly path: readonly string[];
      readonly origin: Origin;
      readonly otherwise?: Single;
    }
  /** An `open` map may hold more than is known. Templates change maps with `set`. */
  | { readonly kind: 'map'; readonly entries: Map<string, Value>; readonly open?: boolean }
  /** The first that has a key wins. */
  | { readonly kind: 'layers'; readonly layers: readonly Single[] }
  | { readonly kind: 'list'; readonly items: readonly Value[] }
  /** `.Chart`, `.Release` and what else Helm provides. */
  | { readonly kind: 'object'; readonly name: string }
  | { readonly kind: 'truth'; readonly truth: Truth }
  | { readonly kind: 'nothing' };

export const always = (is: Single): Value => [{ is, when: [] }];
export const textOf = (...parts: readonly Part[]): Single => ({ kind: 'text', parts });
export const NOTHING: Single = { kind: 'nothing' };
export const EMPTY: Value = always(textOf());

export const unknownText = (source: string, origin: Origin): Single =>
  textOf({ kind: 'unknown', source, file: origin.file, span: origin.span });

/** The text of a single that is nothing but literals. */
export function literalText(single: Single | undefined): string | undefined {
  if (single?.kind !== 'text') return undefined;
  let text = '';
  for (const part of single.parts) {
    if (part.kind !== 'literal') return undefined;
    text += part.text;
  }
  return text;
}

/** The one single that a value can be. */
export const soleOf = (value: Value | undefined): Single | undefined =>
  value?.length === 1 ? value[0]?.is : undefined;
