import type { Suppression } from '@regmigrate/core';
import { objectOf, valueOf } from '../yaml/locator.ts';
import { maskTemplates } from '../yaml/mask-templates.ts';
import { readOutline } from '../yaml/read-outline.ts';

const KEY = 'regmigrate.dev/ignore';
/** Ids of rules before the reason; `*` for all. */
const RULES = /^(\*|[a-z0-9-]+(?:\/[a-z0-9-]+)?(?:\s*,\s*[a-z0-9-]+(?:\/[a-z0-9-]+)?)*)\s*:(?:\s+(.*))?$/s;
/** One word with a hyphen or a slash is a rule, and no reason. */
const RULE = /^[a-z0-9]+(?:[-/][a-z0-9]+)+$/;
const NO = /^(?:false|no|off|0)$/i;
const YES = /^(?:true|yes|on|1)$/i;

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
    const span = { start: keySpan?.start ?? node.span.start, end: node.span.end };
    if (NO.test(value))
      return [{ span, covers: { start: span.start, end: span.start }, rules: [], fault: SAYS_NO }];
    return [{ span, covers: object.span, ...readValue(value) }];
  });
}

const SAYS_NO = `the annotation ${KEY} holds a reason, and what it holds says no; nothing is suppressed here`;

function readValue(value: string): Pick<Suppression, 'rules' | 'reason'> {
  const [, ids = RULE.test(value) ? value : '*', said = ''] = RULES.exec(value) ?? [];
  const reason = RULES.test(value) ? said : RULE.test(value) || YES.test(value) ? '' : value;
  return { rules: ids === '*' ? [] : ids.split(/\s*,\s*/), ...(reason !== '' && { reason }) };
}
