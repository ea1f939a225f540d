import type { ContextId, FileAnalysis, Finding } from '@regmigrate/core';

/** What a starting configuration is made from. Numbers are those of references, the most frequent first. */
export interface TreeSummary {
  readonly rules: readonly (readonly [id: string, count: number])[];
  readonly unsafe: readonly (readonly [context: ContextId, count: number])[];
  readonly manual: readonly (readonly [context: ContextId, count: number])[];
  /** Fields of custom resources that hold a reference and that no format knows. */
  readonly fields: readonly { readonly kind: string; readonly path: string }[];
}

/** What formats call a value of which they know no more than its text. */
const UNKNOWN: ReadonlySet<ContextId> = new Set(['text', 'domain-field', 'name-field', 'field-text']);
/** `Runner/name spec.boxes[0].use`, without steps that need quotes. */
const LOCATOR = /^(\w+)(?:\/\S+)? ([\w-]+(?:\.[\w-]+|\[\d+\])*)$/;

export function describeTree(analyses: readonly FileAnalysis[]): TreeSummary {
  const findings = analyses.flatMap((analysis) => analysis.findings);
  const held = (verdict: string) =>
    count(findings.filter(({ applicability }) => applicability === verdict).map(({ context }) => context));
  return {
    rules: count(findings.map(({ rule }) => rule)),
    unsafe: held('unsafe'),
    manual: held('manual'),
    fields: fieldsOf(findings),
  };
}

function fieldsOf(findings: readonly Finding[]): TreeSummary['fields'] {
  const fields = new Map<string, TreeSummary['fields'][number]>();
  for (const { context, locator = '' } of findings) {
    const [, kind, path] = UNKNOWN.has(context) ? (LOCATOR.exec(locator) ?? []) : [];
    if (kind === undefined || path === undefined || kind === 'ConfigMap') continue;
    const field = { kind, path: path.replace(/\[\d+\]/g, '[]') };
    fields.set(`${field.kind} ${field.path}`, field);
  }
  return [...fields.values()].slice(0, MOST_FIELDS);
}

const MOST_FIELDS = 10;

function count<T extends string>(ids: readonly T[]): readonly (readonly [T, number])[] {
  const counts = new Map<T, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
}
