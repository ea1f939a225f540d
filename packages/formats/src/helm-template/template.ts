import type { Span } from '@regmigrate/core';
import type { Outline } from '../yaml/outline.ts';

/** What stands between one `{{` and its `}}`. */
export type ActionKind =
  | 'print'
  | 'variable'
  | 'if'
  | 'else'
  | 'elseif'
  | 'elsewith'
  | 'range'
  | 'with'
  | 'define'
  | 'block'
  | 'end'
  | 'template'
  | 'break'
  | 'continue'
  | 'comment'
  | 'unreadable';

export interface TemplateAction {
  readonly kind: ActionKind;
  /** From `{{` to `}}`, both included. */
  readonly span: Span;
  /** `{{-` and `-}}`: white space on that side is not printed. */
  readonly trimBefore: boolean;
  readonly trimAfter: boolean;
  /** The name that `define`, `block` or `template` gives. */
  readonly name?: Literal;
  readonly pipeline?: Pipeline;
}

/** `$k, $v := command | command`. */
export interface Pipeline {
  readonly span: Span;
  /** With their `$`. */
  readonly variables: readonly string[];
  /** `:=` declares, `=` assigns. */
  readonly sets: 'declare' | 'assign' | undefined;
  readonly commands: readonly Command[];
}

/** One step of a pipeline: a function and its arguments, or one operand. */
export interface Command {
  readonly span: Span;
  readonly words: readonly Expression[];
}

export interface Literal {
  readonly kind: 'literal';
  readonly type: 'string' | 'number' | 'bool' | 'nil';
  readonly span: Span;
  /** What it means: escapes are read. A string whose value equals its `content` is written as it is. */
  readonly value: string;
  /** A string's source between its quotes; otherwise the same as `span`. */
  readonly content: Span;
}

/** `names` are the fields behind an operand: `.a.b`, `$x.a.b`, `(…).a.b`. */
export type Expression =
  | Literal
  | { readonly kind: 'dot'; readonly span: Span; readonly names: readonly string[] }
  | {
      readonly kind: 'variable';
      readonly span: Span;
      readonly name: string;
      readonly names: readonly string[];
    }
  | {
      readonly kind: 'group';
      readonly span: Span;
      readonly pipeline: Pipeline;
      readonly names: readonly string[];
    }
  | { readonly kind: 'function'; readonly span: Span; readonly name: string };

/** One way through an `if`, `with` or `range`. */
export interface TemplateArm {
  readonly action: TemplateAction;
  readonly body: readonly TemplateNode[];
}

/** The tree of a template. A text's span is what is left of it behind trim markers. */
export type TemplateNode =
  | { readonly kind: 'text'; readonly span: Span }
  | { readonly kind: 'action'; readonly action: TemplateAction; readonly span: Span }
  | { readonly kind: 'branch'; readonly arms: readonly TemplateArm[]; readonly span: Span }
  | { readonly kind: 'definition'; readonly definition: Definition; readonly span: Span };

/** A `define`, or a `block`, which is printed where it stands too. */
export interface Definition {
  readonly name: string;
  readonly action: TemplateAction;
  /** What stands between the opening action and its `end`. */
  readonly span: Span;
  readonly body: readonly TemplateNode[];
}

/** Something that could not be read. The rest of the text was. */
export interface TemplateFault {
  readonly code:
    | 'unclosed-action'
    | 'unreadable-expression'
    | 'unclosed-block'
    | 'unexpected-end'
    | 'unexpected-else'
    | 'too-deep';
  /** Offset in UTF-16 units. */
  readonly at: number;
  /** A sentence for people, without its full stop. */
  readonly message: string;
}

export interface Template {
  readonly actions: readonly TemplateAction[];
  readonly definitions: readonly Definition[];
  readonly nodes: readonly TemplateNode[];
  /** The text with as many characters in place of each action; see `maskTemplates`. */
  readonly masked: string;
  /** The YAML outline of `masked`; its spans are true for the text. */
  readonly outline: Outline;
  readonly faults: readonly TemplateFault[];
}
