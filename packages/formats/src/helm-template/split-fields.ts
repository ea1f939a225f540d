import type { Span } from '@regmigrate/core';
import { ancestry, type OutlineNode } from '../yaml/outline.ts';
import type { Template, TemplateNode } from './template.ts';

/** A scalar of the YAML that a template prints. */
export interface Field {
  /** `spec.containers[0].image` */
  readonly path: string;
  readonly span: Span;
  readonly isImage: boolean;
}

/** A node, or the nodes that print one scalar. */
export type FieldNode =
  TemplateNode | { readonly kind: 'field'; readonly field: Field; readonly body: readonly TemplateNode[] };

/** Of longer paths the end is enough to find the place. */
const PATH_LIMIT = 300;
const IMAGE_KEY = /image$/i;
const BEHIND_KEY = /^["']?[ \t]*:[ \t]*(?:\r?\n[ \t]*)?$/;

/** The scalars that hold an action, and the image fields, in the order of the text. */
export function fieldsOf(text: string, { outline, actions }: Template): readonly Field[] {
  const fields: Field[] = [];
  let next = 0;
  for (const node of outline.scalars) {
    if (node.children.length > 0) continue;
    const start = node.keySpan?.end ?? node.span.start;
    while ((actions[next]?.span.end ?? Infinity) <= start) next++;
    const action = actions[next];
    const isImage = IMAGE_KEY.test(node.key ?? '');
    let { span } = node;
    // An action alone on the line below its key is blank in the outline.
    if (isImage && span.start === span.end && action && BEHIND_KEY.test(text.slice(start, action.span.start)))
      ({ span } = action);
    const holds = action !== undefined && action.span.start < span.end && action.span.end > span.start;
    if (span.start < span.end && (isImage || holds)) fields.push({ path: pathOf(text, node), span, isImage });
  }
  return fields;
}

function pathOf(text: string, node: OutlineNode): string {
  let path = '';
  for (const { key, keySpan, index } of ancestry(node)) {
    if (path.length > PATH_LIMIT) break;
    if (key !== undefined) path = `.${keySpan ? withoutActions(text, keySpan, key) : key}${path}`;
    else if (index !== undefined) path = `[${index}]${path}`;
  }
  return path.slice(-PATH_LIMIT).replace(/^\./, '');
}

/** Actions in front of a key are letters in the outline. */
function withoutActions(text: string, { start, end }: Span, key: string): string {
  const written = text.slice(start, end);
  if (!written.includes('{{')) return key;
  return written.replace(/\{\{(?:(?!\}\}).){0,500}\}\}/gs, '') || written;
}

/** The nodes of one body, with those of each field taken together. A field ends with its body at the latest. */
export function splitFields(nodes: readonly TemplateNode[], fields: readonly Field[]): readonly FieldNode[] {
  const out: FieldNode[] = [];
  let body: TemplateNode[] | undefined;
  let next = firstAfter(fields, nodes[0]?.span.start ?? 0);
  const takeText = (start: number, end: number): void => {
    for (let at = start; at < end;) {
      const field = fields[next];
      if (field && at >= field.span.end) {
        body = undefined;
        next++;
        continue;
      }
      const inside = field !== undefined && at >= field.span.start;
      const to = Math.min(end, (inside ? field.span.end : field?.span.start) ?? end);
      if (inside && !body) out.push({ kind: 'field', field, body: (body = []) });
      (inside && body ? body : out).push({ kind: 'text', span: { start: at, end: to } });
      at = to;
    }
  };
  for (const node of nodes) {
    const { start, end } = node.span;
    if (node.kind === 'text') {
      takeText(start, end);
      continue;
    }
    for (; (fields[next]?.span.end ?? Infinity) <= start; next++) body = undefined;
    const field = fields[next];
    if (field && field.span.start <= start && !body) out.push({ kind: 'field', field, body: (body = []) });
    (body ?? out).push(node);
    // Fields inside a branch are for the bodies of its arms to take.
    if (!body) while ((fields[next]?.span.start ?? Infinity) < end) next++;
  }
  return out;
}

/** The first field that ends behind an offset. */
function firstAfter(fields: readonly Field[], offset: number): number {
  let low = 0;
  let high = fields.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((fields[middle]?.span.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
