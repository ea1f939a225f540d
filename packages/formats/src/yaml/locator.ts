import type { Outline, OutlineNode } from './outline.ts';
import { ancestry, childOf } from './outline.ts';

/** Reads a scalar's value; enough for the identifiers that are asked for here. */
export const valueOf = (text: string, node: OutlineNode | undefined): string | undefined =>
  node && node.children.length === 0 ? text.slice(node.span.start, node.span.end).trim() : undefined;

/** The nearest map around a node that has a `kind`: a Kubernetes object, also inside a List. */
export function objectOf(node: OutlineNode): OutlineNode | undefined {
  for (const at of ancestry(node))
    if (childOf(at, 'kind') && (childOf(at, 'apiVersion') || childOf(at, 'metadata') || !at.parent))
      return at;
  return undefined;
}

/** `status` of an object, and the copy of the whole object that kubectl keeps in an annotation. */
export function isReported(node: OutlineNode): boolean {
  const object = objectOf(node);
  for (const { key, parent } of ancestry(node)) {
    if (key === 'kubectl.kubernetes.io/last-applied-configuration') return true;
    if (key === 'status' && parent !== undefined && parent === object) return true;
  }
  return false;
}

/** `Deployment/web spec.template.spec.containers[0].image`, as kubectl and jsonpath would say it. */
export function locatorOf(text: string, node: OutlineNode, outline: Outline): string {
  const object = objectOf(node);
  const path: string[] = [];
  for (const at of ancestry(node)) {
    if (at === object) break;
    if (at.key !== undefined) path.unshift(/^[\w-]+$/.test(at.key) ? `.${at.key}` : `["${at.key}"]`);
    else if (at.index !== undefined) path.unshift(`[${at.index}]`);
  }
  const inner = oneLine(path.join('').replace(/^\./, ''));
  if (!object) {
    const documents = outline.documents.length;
    const root = [...ancestry(node)].at(-1);
    const place = documents > 1 && root ? `document ${outline.documents.indexOf(root) + 1} ` : '';
    return (place + inner).trim();
  }
  const name = valueOf(text, childOf(childOf(object, 'metadata'), 'name'));
  const kind = valueOf(text, childOf(object, 'kind')) ?? '';
  return `${oneLine(`${kind}${name === undefined ? '' : `/${name}`}`)} ${inner}`;
}

/** A key or name may run over lines; a locator may not. */
const oneLine = (text: string): string => text.replace(/\s+/g, ' ');
