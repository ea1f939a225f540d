import type { Origin, Part, ValuePart } from './chart-image.ts';
import { printSingle } from './print-single.ts';
import { assume, joinTests, not, truthOf, under } from './truth.ts';
import { soleOf, unknownText, type Option, type Single, type Value } from './value.ts';

const SIZE_LIMIT = 64;

/** What `default` gives: `value` where it is set, otherwise `fallback`. */
export function fallBack(value: Value, fallback: Value): Value {
  if (soleOf(fallback)?.kind === 'nothing') return value;
  return value.flatMap(({ is, when }): Value => {
    const truth = truthOf(is);
    if (truth === true) return [{ is, when }];
    if (truth === false) return under(fallback, when);
    return fallback.flatMap((other): readonly Option[] => {
      const tests = joinTests(when, other.when);
      if (!tests) return [];
      const attached = attach(is, other.is);
      if (attached && isLong(attached))
        return [{ is: unknownText('many fallbacks', originOf(attached)), when: tests }];
      if (attached) return [{ is: attached, when: tests }];
      return [
        ...under([{ is, when: tests }], assume(truth) ?? []),
        ...under([{ is: other.is, when: tests }], assume(not(truth)) ?? []),
      ];
    });
  });
}

/** A fallback written into the single itself, which keeps both in one alternative. */
function attach(single: Single, other: Single): Single | undefined {
  if (single.kind === 'values') {
    if (!single.otherwise) return { ...single, otherwise: other };
    const deeper = truthOf(single.otherwise) === false ? other : attach(single.otherwise, other);
    return deeper && { ...single, otherwise: deeper };
  }
  const [part] = single.kind === 'text' ? single.parts : [];
  if (single.kind !== 'text' || single.parts.length !== 1 || part?.kind !== 'value') return undefined;
  const attached = attachToPart(part, other);
  return attached && { kind: 'text', parts: [attached] };
}

function attachToPart(part: ValuePart, other: Single): ValuePart | undefined {
  const [inner, ...more] = part.otherwise ?? [];
  if (!inner) return { ...part, otherwise: printSingle(other) };
  if (inner.kind !== 'value' || more.length > 0) return undefined;
  const attached = attachToPart(inner, other);
  return attached && { ...part, otherwise: [attached] };
}

const originOf = (single: Single): Origin => {
  const [part] = printSingle(single);
  return { file: part?.file ?? '', span: part?.span ?? { start: 0, end: 0 } };
};

/** Fallbacks of fallbacks double where templates make them so. */
function isLong(single: Single): boolean {
  let left = SIZE_LIMIT;
  const countPart = (part: Part): boolean =>
    --left < 0 || (part.kind === 'value' && (part.otherwise ?? []).some(countPart));
  const count = (inner: Single): boolean => {
    if (--left < 0) return true;
    if (inner.kind === 'text') return inner.parts.some(countPart);
    return inner.kind === 'values' && inner.otherwise !== undefined && count(inner.otherwise);
  };
  return count(single);
}
