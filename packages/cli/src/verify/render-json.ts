import { escapeControls } from '@regmigrate/reporters';
import { printPath, type Base, type RenderingResult, type Verification } from '@regmigrate/verify';
import { printValue } from './print-value.ts';
import { countStatuses } from './status-order.ts';

/** Characters of a value that are told: it may be a whole file. */
const LONGEST = 2000;

/** One document; every entry has every key, with `null` for what there is none of. */
export function renderJson({ results, bases }: Verification): string {
  const document = {
    version: 1,
    summary: { renderings: results.length, ...countStatuses(results) },
    bases: bases.map(baseEntry),
    renderings: results.map(resultEntry),
  };
  return `${escapeControls(JSON.stringify(document, null, 1))}\n`;
}

function baseEntry(base: Base): object {
  if (base.kind === 'undo-record')
    return { kind: base.kind, files: base.files, revision: null, commit: null };
  return { kind: base.kind, files: null, revision: base.revision, commit: base.commit };
}

function resultEntry(result: RenderingResult): object {
  const { kind, path, values, status, reason, moved, derived, random, differences, left } = result;
  return {
    kind,
    path,
    values: values ?? null,
    status,
    reason: reason ?? null,
    moved,
    derived,
    random,
    differences: differences.map((difference) => ({
      object: difference.object,
      path: difference.path.length === 0 ? null : printPath(difference.path),
      before: valueEntry(difference.before),
      after: valueEntry(difference.after),
    })),
    left: left.map(({ reference, locator, template, origin, new: next }) => ({
      reference,
      new: next ?? null,
      locator: locator ?? null,
      template: template ?? null,
      origin: origin ?? null,
    })),
  };
}

function valueEntry(value: unknown): string | null {
  return value === undefined ? null : printValue(value).slice(0, LONGEST);
}
