import type { Span } from '@regmigrate/core';
import type { TemplateFault } from './template.ts';

/** A template of a chart; `path` is any name by which the answers shall call it. */
export interface TemplateFile {
  readonly path: string;
  readonly text: string;
}

/** Where something is written: a span of one of the given templates. */
export interface Origin {
  readonly file: string;
  readonly span: Span;
}

/** A function that a value passed on its way; `text` is what a prefix or suffix is cut by. */
export interface Step {
  readonly function: 'lower' | 'nospace' | 'tpl' | 'trim' | 'trimPrefix' | 'trimSuffix';
  readonly text?: string;
}

/** Text that the templates hold. It can be edited where it equals what stands at its span. */
export interface LiteralPart extends Origin {
  readonly kind: 'literal';
  readonly text: string;
}

/** What a key of the values prints; `*` in the path is any element of a map or list. */
export interface ValuePart extends Origin {
  readonly kind: 'value';
  /** Below `.Values`: `['controller', 'image', 'tag']`. */
  readonly path: readonly string[];
  /** What is printed where the value is missing or empty; nothing, if this is not given. */
  readonly otherwise?: readonly Part[];
  /** In the order in which they are applied; not to what `otherwise` prints. */
  readonly through?: readonly Step[];
}

/** What a field of Chart.yaml prints: `AppVersion`, `Version`, `Name`. */
export interface ChartPart extends Origin {
  readonly kind: 'chart';
  readonly field: string;
  readonly through?: readonly Step[];
}

/** What cannot be known from the templates; `source` says what it is, for people. */
export interface UnknownPart extends Origin {
  readonly kind: 'unknown';
  readonly source: string;
}

export type Part = LiteralPart | ValuePart | ChartPart | UnknownPart;

/** A condition on the values. `unknown` ones with one `id` are one and the same. */
export type Test =
  | { readonly kind: 'set'; readonly path: readonly string[] }
  | { readonly kind: 'equals'; readonly path: readonly string[]; readonly text: string }
  | { readonly kind: 'not'; readonly test: Test }
  | { readonly kind: 'all' | 'any'; readonly tests: readonly Test[] }
  | { readonly kind: 'unknown'; readonly id: string; readonly source: string };

/** One way in which an image field can come out. */
export interface ImageAlternative {
  /** What is printed, in order, without the quotes of YAML. */
  readonly parts: readonly Part[];
  /** What must hold for it, branches around the field included; all of them. */
  readonly when: readonly Test[];
}

/** An image field as one context prints it; a field of a named template has one for each such context. */
export interface ChartImage extends Origin {
  /** The YAML keys from the root of the document to the field: `spec.containers[0].image`. */
  readonly field: string;
  readonly alternatives: readonly ImageAlternative[];
}

/** A mention of a key of the values; its span is the expression that names it. */
export interface ValueUse extends Origin {
  readonly path: readonly string[];
  /**
   * - `image`: printed in an image field
   * - `compare`: the text itself matters, as in `eq`, `contains` or `replace`
   * - `condition`: only whether it is set, or what it holds
   * - `print`: printed elsewhere
   * - `whole`: passed on as a map, so that any key below it may matter
   */
  readonly kind: 'image' | 'compare' | 'condition' | 'print' | 'whole';
  /** The YAML keys to the scalar that it is printed in. */
  readonly field?: string;
  /** The command that compares it, which may stand in a named template. */
  readonly by?: Origin;
}

/** A fault of one of the templates, or a limit that their evaluation met. */
export interface ChartFault extends Omit<TemplateFault, 'code'> {
  readonly code: TemplateFault['code'] | 'too-much';
  readonly file: string;
}

/** A literal whose text matters to a command other than the one that it is written in, through a variable perhaps. */
export interface ComparedLiteral extends Origin {
  readonly by: Origin;
}

export interface ChartImages {
  readonly images: readonly ChartImage[];
  readonly uses: readonly ValueUse[];
  readonly compared: readonly ComparedLiteral[];
  readonly faults: readonly ChartFault[];
}
