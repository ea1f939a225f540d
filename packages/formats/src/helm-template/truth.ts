import type { Part, Test } from './chart-image.ts';
import type { Option, Single, Truth, Value } from './value.ts';

/** Conditions of more tests than this say nothing that a person could use. */
const TESTS_LIMIT = 24;
const SIZE_LIMIT = 32;

export function not(truth: Truth): Truth {
  if (typeof truth === 'boolean') return !truth;
  return truth.kind === 'not' ? truth.test : { kind: 'not', test: truth };
}

export const all = (truths: readonly Truth[]): Truth => combine('all', truths);
export const any = (truths: readonly Truth[]): Truth => combine('any', truths);

function combine(kind: 'all' | 'any', truths: readonly Truth[]): Truth {
  const settles = kind === 'any';
  const tests: Test[] = [];
  for (const truth of truths) {
    if (truth === settles) return settles;
    if (typeof truth === 'boolean') continue;
    if (truth.kind === kind) tests.push(...truth.tests);
    else tests.push(truth);
  }
  const [first] = tests;
  if (!first) return !settles;
  return tests.length === 1 ? first : { kind, tests };
}

/** Whether a template takes a single for true: neither empty nor false. */
export function truthOf(single: Single): Truth {
  switch (single.kind) {
    case 'text':
      return single.truth ?? any(single.parts.map(partTruth));
    case 'values':
      return any([{ kind: 'set', path: single.path }, single.otherwise ? truthOf(single.otherwise) : false]);
    case 'map':
      return single.open === true || single.entries.size > 0;
    case 'layers':
      return any(single.layers.map(truthOf));
    case 'list':
      return single.items.length > 0;
    case 'truth':
      return single.truth;
    case 'object':
      // What Helm provides as a map is there; what it says is for the cluster to know.
      return single.name.includes('.') ? unknownTest(`.${single.name}`) : true;
    case 'nothing':
      return false;
  }
}

/** One outcome out of several is true if its way is taken and it is true. */
export function truthOfValue(value: Value): Truth {
  const truth = any(value.map(({ is, when }) => all([...when, truthOf(is)])));
  return typeof truth !== 'boolean' && isLong(truth) ? LONG : truth;
}

/** Stands for any condition that no person would read; two of them need not be the same. */
const LONG: Test = { kind: 'unknown', id: '', source: 'a long condition' };

function isLong(truth: Test): boolean {
  let left = SIZE_LIMIT;
  const count = (test: Test): boolean => {
    if (--left < 0) return true;
    if ('tests' in test) return test.tests.some(count);
    return test.kind === 'not' && count(test.test);
  };
  return count(truth);
}

const unknownTest = (source: string, place = ''): Test => ({ kind: 'unknown', id: place + source, source });

function partTruth(part: Part): Truth {
  if (part.kind === 'literal') return part.text !== '';
  if (part.kind === 'value')
    return any([{ kind: 'set', path: part.path }, ...(part.otherwise ?? []).map(partTruth)]);
  if (part.kind === 'chart') return true;
  return unknownTest(part.source, `${part.file}:${part.span.start} `);
}

/** The tests that must hold for a truth to hold; undefined if it cannot. */
export function assume(truth: Truth): readonly Test[] | undefined {
  if (truth === true) return [];
  if (truth === false) return undefined;
  if (isLong(truth)) return [LONG];
  if (truth.kind === 'all') return truth.tests;
  if (truth.kind === 'not' && truth.test.kind === 'any')
    return truth.test.tests.map((test) => not(test) as Test);
  return [truth];
}

/** Both lists as one; undefined if they contradict each other. */
export function joinTests(one: readonly Test[], other: readonly Test[]): readonly Test[] | undefined {
  if (other.length === 0) return one;
  if (one.length === 0) return other;
  const known = new Set(one.map(keyOf));
  known.delete(keyOf(LONG));
  known.delete(keyOf(not(LONG) as Test));
  const added = other.filter((test) => !known.has(keyOf(test)));
  if (added.some((test) => known.has(keyOf(not(test) as Test)))) return undefined;
  return [...one, ...added].slice(0, TESTS_LIMIT);
}

const keyOf = (test: Test): string =>
  test.kind === 'unknown'
    ? `${test.id}`
    : test.kind === 'not'
      ? `!${keyOf(test.test)}`
      : JSON.stringify(test);

/** The options under further tests; those that contradict them are gone. */
export function under(value: Value, tests: readonly Test[]): Value {
  const options: Option[] = [];
  for (const { is, when } of value) {
    const joined = joinTests(tests, when);
    if (joined) options.push({ is, when: joined });
  }
  return options;
}

/** One value where a truth holds, and another where it does not. */
export function choose(truth: Truth, yes: Value, no: Value): Value {
  const holds = assume(truth);
  const fails = assume(not(truth));
  return [...(holds ? under(yes, holds) : []), ...(fails ? under(no, fails) : [])];
}
