import type { Span } from './text.ts';

/** One part of a reference as written. `templated` parts hold `${X}`, `$(X)`, `$X` or `{{ x }}` somewhere. */
export interface Part {
  readonly value: string;
  readonly span: Span;
  readonly templated: boolean;
}

/** What was written, never what it defaults to: `domain` is absent for a familiar name such as `nginx`. */
export interface Reference {
  readonly domain?: Part;
  readonly path: Part;
  readonly tag?: Part;
  readonly digest?: Part;
}

export type ReferenceFault =
  | 'empty'
  | 'domain-malformed'
  | 'path-uppercase'
  | 'path-malformed'
  | 'tag-malformed'
  | 'digest-malformed'
  | 'digest-unsupported'
  | 'digest-length'
  | 'name-too-long';

/** `at`: offset in UTF-16 units of the first character of the part at fault. */
export type ParsedReference =
  | { readonly ok: true; readonly reference: Reference }
  | { readonly ok: false; readonly fault: ReferenceFault; readonly at: number };

/** What a name means: defaults filled in. For matching only; nothing is printed from this. */
export interface NormalizedName {
  readonly domain: string;
  readonly path: string;
}
