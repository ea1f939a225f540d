import type { Test } from './chart-image.ts';
import type { Field, FieldNode } from './split-fields.ts';
import type { Definition, Template, TemplateNode } from './template.ts';
import type { Value } from './value.ts';
import type { Variables } from './variables.ts';

/** A template as the evaluation knows it. */
export interface Source {
  readonly path: string;
  readonly text: string;
  readonly template: Template;
  readonly fields: readonly Field[];
  /** Bodies whose fields are taken together already. */
  readonly split: Map<readonly TemplateNode[], readonly FieldNode[]>;
}

export interface NamedTemplate {
  readonly source: Source;
  readonly definition: Definition;
}

/** What holds at a place of a template. */
export interface Scope {
  readonly source: Source;
  readonly dot: Value;
  /** `$` */
  readonly root: Value;
  readonly variables: Variables;
  /** The branches around the place. */
  readonly when: readonly Test[];
  /** How many named templates are being printed, one in the other. */
  readonly depth: number;
  /** The YAML keys of the scalar that is being printed. */
  readonly field?: string;
  /** Whether the body is that of a scalar, which holds no further fields. */
  readonly inField: boolean;
  /** Whether what is printed is wanted as a text. Otherwise it is only noted. */
  readonly collects: boolean;
}
