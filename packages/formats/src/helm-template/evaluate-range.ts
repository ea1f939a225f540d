import { limitWays, type Call } from './call.ts';
import { evaluateBody } from './evaluate-body.ts';
import { evaluatePipeline } from './evaluate-pipeline.ts';
import type { Evaluation } from './evaluation.ts';
import { printSingle } from './print-single.ts';
import type { Scope } from './scope.ts';
import { selectField } from './select-field.ts';
import type { TemplateArm } from './template.ts';
import { joinTests, not } from './truth.ts';
import { always, EMPTY, textOf, unknownText, type Single, type Value } from './value.ts';
import { Variables, type Arm } from './variables.ts';
import type { Test } from './chart-image.ts';

/** Longer lists, written out in a template, are not followed item by item. */
const ITEMS_LIMIT = 64;

interface Item {
  readonly key: Value;
  readonly value: Value;
}

/** Runs the body once for each item that is known, and once for any element of what is not. */
export function evaluateRange(run: Evaluation, [first, second]: readonly TemplateArm[], scope: Scope): Value {
  if (!first) return EMPTY;
  const { action, body } = first;
  const origin = { file: scope.source.path, span: action.span };
  const ranged = action.pipeline ? evaluatePipeline(run, action.pipeline, scope) : [];
  run.log.use(ranged, 'condition');
  const call = run.call(scope, 'range', [], origin);
  const names = action.pipeline?.variables ?? [];
  const printed: Value[] = [];
  const ran: Arm[] = [];
  const runBody = ({ key, value }: Item, tests: readonly Test[]): void => {
    const variables = new Variables(scope.variables);
    if (names.length > 1) variables.declare(names[0] ?? '', key);
    if (names.length > 0) variables.declare(names.at(-1) ?? '', value);
    const inner = { ...scope, dot: value, variables, when: joinTests(scope.when, tests) ?? tests };
    ran.push(scope.variables.runArm(tests, () => void printed.push(evaluateBody(run, body, inner))));
  };
  for (const { is, when } of ranged)
    for (const item of itemsOf(is, call)) runBody(item, joinTests(when, [call.test()]) ?? when);
  if (second) {
    const inner = { ...scope, variables: new Variables(scope.variables) };
    ran.push(scope.variables.runArm([], () => void printed.push(evaluateBody(run, second.body, inner))));
  }
  const none = ran.flatMap(({ tests }) => tests.slice(-1)).map((test) => not(test) as Test);
  scope.variables.settle([...ran, { tests: none, left: new Map() }], (value) => limitWays(value, call));
  const prints = printed.some((value) => value.some(({ is }) => printSingle(is).some(hasInk)));
  return prints && scope.collects ? always(unknownText('range', origin)) : EMPTY;
}

const hasInk = (part: ReturnType<typeof printSingle>[number]): boolean =>
  part.kind !== 'literal' || part.text.trim() !== '';

function itemsOf(single: Single, call: Call): readonly Item[] {
  const { origin } = call;
  const any = (source: string): Value => always(unknownText(source, origin));
  switch (single.kind) {
    case 'values':
      return [
        {
          key: any(`a key of .Values.${single.path.join('.')}`),
          value: selectField(always(single), '*', origin),
        },
      ];
    case 'list':
      return single.items.slice(0, ITEMS_LIMIT).map((value) => ({ key: any('a number'), value }));
    case 'map':
      return [...single.entries].slice(0, ITEMS_LIMIT).map(([name, value]) => ({
        key: always(textOf({ kind: 'literal', text: name, ...origin })),
        value,
      }));
    case 'layers':
      return single.layers.flatMap((layer) => itemsOf(layer, call));
    case 'nothing':
      return [];
    default:
      return [{ key: any('a key'), value: any('an element') }];
  }
}
