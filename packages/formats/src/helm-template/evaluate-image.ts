import type { Span } from '@regmigrate/core';
import type { ImageAlternative, Part, Step, Test } from './chart-image.ts';
import { cutOff } from './text-functions.ts';

/** The text under a path below `.Values`, as YAML prints it; any text for a map or list that is not empty. */
export type ValueLookup = (path: readonly string[]) => string | undefined;

/** The fields of Chart.yaml, by their names in templates: `AppVersion`. */
export type ChartFields = Readonly<Record<string, string | undefined>>;

export interface PrintedImage {
  readonly text: string;
  /** Which part printed which range of the text; parts of an `otherwise` where those were printed. */
  readonly pieces: readonly (Span & { readonly part: Part })[];
}

/** What an alternative prints with these values; undefined where a part of it is unknown. */
export function evaluateImage(
  alternative: Pick<ImageAlternative, 'parts'>,
  lookup: ValueLookup,
  chart: ChartFields,
): PrintedImage | undefined {
  const pieces: (Span & { readonly part: Part })[] = [];
  let text = '';
  const print = (part: Part): boolean => {
    if (part.kind === 'unknown') return false;
    const own =
      part.kind === 'literal' ? part.text : part.kind === 'chart' ? chart[part.field] : lookup(part.path);
    if (!own && part.kind === 'value' && part.otherwise) return part.otherwise.every(print);
    const printed = own && part.kind !== 'literal' ? takeSteps(own, part.through ?? []) : (own ?? '');
    if (printed === undefined) return false;
    pieces.push({ start: text.length, end: text.length + printed.length, part });
    text += printed;
    return true;
  };
  return alternative.parts.every(print) ? { text, pieces } : undefined;
}

function takeSteps(text: string, steps: readonly Step[]): string | undefined {
  return steps.reduce<string | undefined>((printed, step) => {
    switch (step.function) {
      case 'lower':
        return printed?.toLowerCase();
      case 'nospace':
        return printed?.replace(/\s/g, '');
      case 'tpl':
        return printed?.includes('{{') ? undefined : printed;
      default:
        return printed && cutOff(printed, step.function, step.text ?? '');
    }
  }, text);
}

/** Whether an alternative is the one that is printed with these values; undefined where that is not known. */
export function appliesTo(
  { when }: Pick<ImageAlternative, 'when'>,
  lookup: ValueLookup,
): boolean | undefined {
  return everyTest(when, lookup);
}

function everyTest(tests: readonly Test[], lookup: ValueLookup): boolean | undefined {
  const answers = tests.map((test) => holds(test, lookup));
  if (answers.includes(false)) return false;
  return answers.includes(undefined) ? undefined : true;
}

function holds(test: Test, lookup: ValueLookup): boolean | undefined {
  switch (test.kind) {
    case 'set': {
      // Which element is meant is not known.
      if (test.path.includes('*')) return undefined;
      const text = lookup(test.path);
      return text !== undefined && !/^(?:|false|0)$/.test(text);
    }
    case 'equals':
      return test.path.includes('*') ? undefined : (lookup(test.path) ?? '') === test.text;
    case 'not':
      return negated(holds(test.test, lookup));
    case 'all':
      return everyTest(test.tests, lookup);
    case 'any':
      return negated(
        everyTest(
          test.tests.map((inner) => ({ kind: 'not', test: inner })),
          lookup,
        ),
      );
    case 'unknown':
      return undefined;
  }
}

const negated = (answer: boolean | undefined): boolean | undefined =>
  answer === undefined ? undefined : !answer;
