import type { ImageAlternative, Part } from '../helm-template/chart-image.ts';
import { appliesTo, evaluateImage, type ValueLookup } from '../helm-template/evaluate-image.ts';
import { alternativesWithLiteral, alternativesWithValue } from './alternatives-with.ts';
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
  /** In how many of these something may be printed before the part. */
  readonly behindUnknown: number;
  /** Whether the templates were too much to be followed to the end, so that more fields may hold it. */
  readonly isCut: boolean;
}

/** The references that the chart prints with the value under these keys. */
export function printedWithValue(chart: Chart, path: readonly string[], values: ValueLookup): Printed {
  return printed(chart, alternativesWithValue(chart.images(), path), values, (part) =>
    part.kind === 'value' && matchesPath(part.path, path)
      ? { pattern: part.path, path, written: values(path) ?? '', from: 0 }
      : undefined,
  );
}

/** The references that the chart prints with the literal at an offset of one of its templates. */
export function printedWithLiteral(chart: Chart, file: string, offset: number, values: ValueLookup): Printed {
  return printed(chart, alternativesWithLiteral(chart.images(), file, offset), values, (part) =>
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

function printed(
  chart: Chart,
  alternatives: readonly ImageAlternative[],
  values: ValueLookup,
  wants: (part: Part) => Wanted | undefined,
): Printed {
  const ways = alternatives.flatMap((alternative): readonly Way[] => {
    const found = partsOf(alternative.parts).flatMap(({ part, behind }) => {
      const wanted = wants(part);
      return wanted ? [bindTo(wanted, behind, values)] : [];
    });
    return found.slice(0, 1).map((bound) => ({ alternative, bound }));
  });
  const taken = ways.filter(({ alternative, bound }) => appliesTo(alternative, bound.values) !== false);
  // What these values do not lead to, others may.
  const references = (taken.length > 0 ? taken : ways).map(({ alternative, bound }) =>
    evaluate(chart, alternative, wants, bound),
  );
  return {
    references: references.filter((found) => typeof found === 'object'),
    unknown: references.filter((found) => found === 'unknown' || found === 'behind-unknown').length,
    behindUnknown: references.filter((found) => found === 'behind-unknown').length,
    isCut: chart.images().faults.some(({ code }) => code === 'too-much'),
  };
}

interface Way {
  readonly alternative: ImageAlternative;
  readonly bound: Bound;
}

function evaluate(
  { name, version, appVersion }: Chart,
  alternative: ImageAlternative,
  wants: (part: Part) => Wanted | undefined,
  { values, bind }: Bound,
): PrintedReference | 'unknown' | 'behind-unknown' | undefined {
  const about = { Name: name, Version: version, ...(appVersion !== undefined && { AppVersion: appVersion }) };
  const evaluated = evaluateImage(alternative, values, about);
  if (!evaluated) return opensWith(alternative.parts, wants) ? 'unknown' : 'behind-unknown';
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

/** Whether the part asked for is the first that is printed, be it in place of a missing value. */
function opensWith([first]: readonly Part[], wants: (part: Part) => Wanted | undefined): boolean {
  if (!first) return false;
  return wants(first) !== undefined || (first.kind === 'value' && opensWith(first.otherwise ?? [], wants));
}

interface PlacedPart {
  readonly part: Part;
  /** The paths of the values in whose absence it is printed. */
  readonly behind: readonly (readonly string[])[];
}

/** The parts of an alternative, those that stand in for missing values included. */
function partsOf(parts: readonly Part[], behind: PlacedPart['behind'] = []): readonly PlacedPart[] {
  return parts.flatMap((part) => [
    { part, behind },
    ...(part.kind === 'value' ? partsOf(part.otherwise ?? [], [...behind, part.path]) : []),
  ]);
}

/** `*` in a template's path stands for any one key. */
export const matchesPath = (pattern: readonly string[], path: readonly string[]): boolean =>
  pattern.length === path.length && pattern.every((key, index) => key === '*' || key === path[index]);

interface Bound {
  readonly values: ValueLookup;
  readonly bind: (asked: readonly string[]) => readonly string[];
}

/** Within one turn of a `range`, all paths go through the same element. */
function bindTo({ pattern, path }: Wanted, behind: PlacedPart['behind'], values: ValueLookup): Bound {
  const bind = (asked: readonly string[]): readonly string[] => {
    let same = true;
    return asked.map((key, index) => {
      same &&= key === pattern[index];
      return same && key === '*' ? (path[index] ?? key) : key;
    });
  };
  const isAbsent = (asked: readonly string[]): boolean => behind.some((other) => matchesPath(other, asked));
  return { bind, values: (asked) => (isAbsent(asked) ? undefined : values(bind(asked))) };
}
