import { objectOf, valueOf } from '../yaml/locator.ts';
import { ancestry, childOf, type OutlineNode } from '../yaml/outline.ts';
import type { ImageField } from '@regmigrate/core';

/** Whether a node stands where a field is declared, counted from its Kubernetes object, or from its document. */
export function matchesField(text: string, node: OutlineNode, field: ImageField): boolean {
  const object = objectOf(node);
  const root = object ?? [...ancestry(node)].at(-1);
  if (!isOfKind(text, object, field)) return false;
  let at: OutlineNode | undefined = node;
  for (const step of stepsOf(field.path).reverse()) {
    if (!at || at === root) return false;
    const fits =
      step === '[]' ? at.index !== undefined : at.key !== undefined && (step === '*' || at.key === step);
    if (!fits) return false;
    at = at.parent;
  }
  return at === root;
}

function isOfKind(text: string, object: OutlineNode | undefined, { kind, apiVersion }: ImageField): boolean {
  if (kind !== undefined && valueOf(text, childOf(object, 'kind')) !== kind) return false;
  if (apiVersion === undefined) return true;
  const written = (valueOf(text, childOf(object, 'apiVersion')) ?? '').replace(/^["']|["']$/g, '');
  return apiVersion.endsWith('/*') ? written.startsWith(apiVersion.slice(0, -1)) : written === apiVersion;
}

/** `spec."a.b".images[]` → `spec`, `a.b`, `images`, `[]`. */
export function stepsOf(path: string): string[] {
  return Array.from(path.matchAll(/\[(?:\*|\d*)\]|"([^"]*)"|[^.[\]"]+/g), ([step, quoted]) =>
    step.startsWith('[') ? '[]' : (quoted ?? step),
  );
}
