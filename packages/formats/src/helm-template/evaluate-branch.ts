import { limitWays } from './call.ts';
import type { Test } from './chart-image.ts';
import { evaluateBody } from './evaluate-body.ts';
import { evaluatePipeline } from './evaluate-pipeline.ts';
import { evaluateRange } from './evaluate-range.ts';
import type { Evaluation } from './evaluation.ts';
import type { Scope } from './scope.ts';
import type { TemplateArm } from './template.ts';
import { assume, joinTests, not, truthOfValue, under } from './truth.ts';
import { EMPTY, type Truth, type Value } from './value.ts';
import { Variables, type Arm } from './variables.ts';

/** What an `if`, `with` or `range` prints: what its arms print, each under its condition. */
export function evaluateBranch(run: Evaluation, arms: readonly TemplateArm[], outer: Scope): Value {
  const [first] = arms;
  if (!first) return EMPTY;
  if (first.action.kind === 'range') return evaluateRange(run, arms, outer);
  const origin = { file: outer.source.path, span: first.action.span };
  const scope = { ...outer, variables: new Variables(outer.variables) };
  const call = run.call(scope, 'too many alternatives', [], origin);
  const printed: Value[] = [];
  const ran: Arm[] = [];
  let fails: readonly Test[] | undefined = [];
  for (const { action, body } of arms) {
    if (!fails) break;
    const { truth, dot } = conditionOf(run, action, scope);
    const tests = possible(scope, fails, assume(truth));
    if (tests) {
      const inner = { ...scope, dot, when: joinTests(scope.when, tests) ?? tests };
      ran.push(
        scope.variables.runArm(tests, () => {
          printed.push(under(evaluateBody(run, body, inner), tests));
        }),
      );
    }
    fails = possible(scope, fails, assume(not(truth)));
  }
  if (fails) {
    printed.push(under(EMPTY, fails));
    ran.push({ tests: fails, left: new Map() });
  }
  scope.variables.settle(ran, (value) => limitWays(value, call));
  return scope.collects ? limitWays(printed.flat(), call) : EMPTY;
}

/** The tests of an arm that can be reached; undefined for one that cannot. */
function possible(
  { when }: Scope,
  fails: readonly Test[],
  tests: readonly Test[] | undefined,
): readonly Test[] | undefined {
  const own = tests && joinTests(fails, tests);
  return own && joinTests(when, own) && own;
}

function conditionOf(
  run: Evaluation,
  { kind, pipeline, span }: TemplateArm['action'],
  scope: Scope,
): { readonly truth: Truth; readonly dot: Value } {
  if (!pipeline) {
    const source = scope.source.text.slice(span.start, span.end);
    return { truth: kind === 'else' || run.test(source), dot: scope.dot };
  }
  const value = evaluatePipeline(run, pipeline, scope);
  run.log.use(value, 'condition');
  const [variable] = pipeline.variables;
  const truth = truthOfValue(value);
  const truthy = value.filter(({ is }) => truthOfValue([{ is, when: [] }]) !== false);
  if (variable !== undefined) scope.variables.declare(variable, truthy);
  return { truth, dot: kind === 'with' || kind === 'elsewith' ? truthy : scope.dot };
}
