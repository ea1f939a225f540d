import type { Suppression } from '@regmigrate/core';
import { objectOf, valueOf } from '../yaml/locator.ts';
import { maskTemplates } from '../yaml/mask-templates.ts';
import { readOutline } from '../yaml/read-outline.ts';

const KEY = 'regmigrate.dev/ignore';
/** Ids of rules before the reason; `*` for all. */
const RULES = /^(\*|[a-z0-9-]+(?:\/[a-z0-9-]+)?(?:\s*,\s*[a-z0-9-]+(?:\/[a-z0-9-]+)?)*)\s*:\s+(.*)$/s;

/** `regmigrate.dev/ignore: "rule: reason"` in the annotations of a Kubernetes object covers the object. */
export function readAnnotations(text: string): readonly Suppression[] {
  if (!text.includes(KEY)) return [];
  return readOutline(maskTemplates(text)).scalars.flatMap((node): readonly Suppression[] => {
    const { key, keySpan, parent: annotations } = node;
    const metadata = annotations?.parent;
    const object = metadata?.parent;
    if (key !== KEY || annotations?.key !== 'annotations' || metadata?.key !== 'metadata') return [];
    // The template of a pod has annotations as well, and is no object of its own.
    if (!object || objectOf(node) !== object) return [];
    const value = (valueOf(text, node) ?? '').replace(/\s+/g, ' ');
    const [, ids = '*', reason = value] = RULES.exec(value) ?? [];
    return [
      {
        span: { start: keySpan?.start ?? node.span.start, end: node.span.end },
        covers: object.span,
        rules: ids === '*' ? [] : ids.split(/\s*,\s*/),
        ...(reason !== '' && { reason }),
      },
    ];
  });
}
