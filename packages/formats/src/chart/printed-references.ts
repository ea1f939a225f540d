import type { ImageAlternative, Part } from '../helm-template/chart-image.ts';
import { appliesTo, evaluateImage, type ValueLookup } from '../helm-template/evaluate-image.ts';
import type { Chart } from './chart.ts';

/** What a chart prints in an image field, and where in it the place asked for is. */
export interface PrintedReference {
  readonly text: string;
  /** Offset in `text`; negative where a template cuts the part's beginning. */
  readonly at: number;
  /** The values that are printed in it, with their ranges in `text`. */
  readonly values: readonly PrintedValue[];
}

export interface PrintedValue {
  readonly path: readonly string[];
  readonly start: number;
  readonly end: number;
}

export interface Printed {
  readonly references: readonly PrintedReference[];
  /** How many image fields hold the part of which the rest cannot be told. */
  readonly unknown: number;
}

/** The references that the chart prints with the value under these keys. */
export function printedWithValue(chart: Chart, path: readonly string[], values: ValueLookup): Printed {
  return printed(chart, values, (part) =>
    part.kind === 'value' && matchesPath(part.path, path)
      ? { pattern: part.path, path, written: values(path) ?? '', from: 0 }
      : undefined,
  );
}

/** The references that the chart prints with the literal at an offset of one of its templates. */
export function printedWithLiteral(chart: Chart, file: string, offset: number, values: ValueLookup): Printed {
  return printed(chart, values, (part) =>
    part.kind === 'literal' && part.file === file && part.span.start <= offset && offset < part.span.end
      ? { pattern: [], path: [], written: part.text, from: offset - part.span.start }
      : undefined,
  );
}

interface Wanted {
  /** The keys as the template has them, with `*` for the element of a `range`. */
  readonly pattern: readonly string[];
  readonly path: readonly string[];
  readonly written: string;
  /** Where in `written` the place asked for is. */
  readonly from: number;
}

function printed(chart: Chart, values: ValueLookup, wants: (part: Part) => Wanted | undefined): Printed {
  const references: PrintedReference[] = [];
  let unknown = 0;
  for (const alternative of chart.images().images.flatMap(({ alternatives }) => alternatives)) {
    const wanted = partsOf(alternative.parts).map(wants).find(Boolean);
    if (!wanted) continue;
    const bound = bindTo(wanted, values);
    if (appliesTo(alternative, bound.values) === false) continue;
    const found = evaluate(chart, alternative, wants, bound);
    if (found === 'unknown') unknown++;
    else if (found) references.push(found);
  }
  return { references, unknown };
}

function evaluate(
  { name, version, appVersion }: Chart,
  alternative: ImageAlternative,
  wants: (part: Part) => Wanted | undefined,
  { values, bind }: Bound,
): PrintedReference | 'unknown' | undefined {
  const about = { Name: name, Version: version, ...(appVersion !== undefined && { AppVersion: appVersion }) };
  const evaluated = evaluateImage(alternative, values, about);
  if (!evaluated) return 'unknown';
  const { text, pieces } = evaluated;
  const piece = pieces.find(({ part }) => wants(part));
  const wanted = piece && wants(piece.part);
  if (!wanted) return undefined;
  const cut = wanted.written.indexOf(text.slice(piece.start, piece.end));
  return {
    text,
    at: piece.start - Math.max(0, cut) + wanted.from,
    values: pieces.flatMap(({ part, start, end }) =>
      part.kind === 'value' ? [{ path: bind(part.path), start, end }] : [],
    ),
  };
}

/** The parts of an alternative, those that stand in for missing values included. */
function partsOf(parts: readonly Part[]): readonly Part[] {
  return parts.flatMap((part) => (part.kind === 'value' ? [part, ...partsOf(part.otherwise ?? [])] : [part]));
}

/** `*` in a template's path stands for any one key. */
export const matchesPath = (pattern: readonly string[], path: readonly string[]): boolean =>
  pattern.length === path.length && pattern.every((key, index) => key === '*' || key === path[index]);

interface Bound {
  readonly values: ValueLookup;
  readonly bind: (asked: readonly string[]) => readonly string[];
}

/** Within one turn of a `range`, all paths go through the same element. */
function bindTo({ pattern, path }: Wanted, values: ValueLookup): Bound {
  const bind = (asked: readonly string[]): readonly string[] => {
    let same = true;
    return asked.map((key, index) => {
      same &&= key === pattern[index];
      return same && key === '*' ? (path[index] ?? key) : key;
    });
  };
  return {
    bind,
    values: (asked) => values(bind(asked)),
  };
}
