import { eachWay, limitWays } from './call.ts';
import type { Origin } from './chart-image.ts';
import { evaluateBranch } from './evaluate-branch.ts';
import { evaluatePipeline } from './evaluate-pipeline.ts';
import type { Evaluation } from './evaluation.ts';
import { imageAlternatives } from './image-alternatives.ts';
import { printSingle } from './print-single.ts';
import type { Scope } from './scope.ts';
import { splitFields, type Field, type FieldNode } from './split-fields.ts';
import type { Expression, Pipeline, TemplateAction, TemplateNode } from './template.ts';
import { always, EMPTY, literalText, NOTHING, soleOf, textOf, unknownText, type Value } from './value.ts';
import { Variables } from './variables.ts';

/** What may follow an `include` that prints whole lines. */
const LAYOUT = /^(?:n?indent|trim|quote|trimSuffix|trimPrefix|tpl)$/;

/** No name is made of more parts than this; other texts, which may be whole files, are not looked into. */
const PARTS_LIMIT = 64;

/** What a body prints, where that is wanted; its fields and uses are noted in any case. */
export function evaluateBody(run: Evaluation, nodes: readonly TemplateNode[], outer: Scope): Value {
  const scope = { ...outer, variables: new Variables(outer.variables) };
  let printed = EMPTY;
  for (const node of scope.inField ? nodes : fieldsOfBody(nodes, scope)) {
    const piece = evaluateNode(run, node, scope);
    if (scope.collects && piece !== EMPTY)
      printed = printed === EMPTY ? piece : joined(run, scope, printed, piece);
  }
  return printed;
}

function fieldsOfBody(nodes: readonly TemplateNode[], { source }: Scope): readonly FieldNode[] {
  const known = source.split.get(nodes);
  if (known) return known;
  const split = splitFields(nodes, source.fields);
  source.split.set(nodes, split);
  return split;
}

function evaluateNode(run: Evaluation, node: FieldNode, scope: Scope): Value {
  if (node.kind === 'field') return evaluateField(run, node.field, node.body, scope);
  const { span } = node;
  if (!run.step(scope, span.start)) return always(unknownText('too much to follow', originOf(scope, span)));
  switch (node.kind) {
    case 'text':
      if (!scope.collects) return EMPTY;
      return always(
        textOf({
          kind: 'literal',
          text: scope.source.text.slice(span.start, span.end),
          ...originOf(scope, span),
        }),
      );
    case 'branch':
      return evaluateBranch(run, node.arms, scope);
    case 'definition': {
      const { action, body, name } = node.definition;
      if (action.kind !== 'block') return EMPTY;
      run.entered.add(name);
      const dot = action.pipeline ? evaluatePipeline(run, action.pipeline, scope) : always(NOTHING);
      return evaluateBody(run, body, { ...scope, dot });
    }
    case 'action':
      return evaluateAction(run, node.action, scope);
  }
}

const originOf = ({ source }: Scope, span: Origin['span']): Origin => ({ file: source.path, span });

function evaluateAction(run: Evaluation, action: TemplateAction, scope: Scope): Value {
  const { kind, pipeline, span, name } = action;
  const origin = originOf(scope, span);
  if (kind === 'unreadable')
    return always(unknownText(scope.source.text.slice(span.start, span.end), origin));
  if (kind === 'template' && name) {
    const argument = pipeline ? evaluatePipeline(run, pipeline, scope) : always(NOTHING);
    if (!scope.collects && run.definitions.has(name.value)) run.walk(scope, name.value, argument);
    else
      return noted(run, scope, run.call(scope, name.value, [argument], origin).include(name.value, argument));
    return EMPTY;
  }
  if (!pipeline) return EMPTY;
  if (kind === 'variable') {
    const value = evaluatePipeline(run, pipeline, scope);
    const [variable = ''] = pipeline.variables;
    if (pipeline.sets === 'assign') scope.variables.assign(variable, value);
    else scope.variables.declare(variable, value);
    return EMPTY;
  }
  if (!scope.collects && walkInclude(run, pipeline, scope)) return EMPTY;
  const call = run.call(scope, '', [], origin);
  const value = evaluatePipeline(run, pipeline, scope);
  const printed = eachWay(call, [value], ([single]) => single && textOf(...printSingle(single, origin)));
  if (value.some(({ is }) => is.kind === 'map' || is.kind === 'layers'))
    run.log.use(value, 'whole', scope.field);
  return noted(run, scope, printed);
}

/** An include whose lines are printed as they are is walked through, for the fields in it. */
function walkInclude(run: Evaluation, { commands }: Pipeline, scope: Scope): boolean {
  const [first, ...rest] = commands;
  const [head, name, argument, more] = first?.words ?? [];
  if (!isFunction(head, /^include$/) || !name || !argument || more) return false;
  if (!rest.every(({ words }) => isFunction(words[0], LAYOUT))) return false;
  const evaluate = (word: Expression): Value =>
    evaluatePipeline(
      run,
      { span: word.span, variables: [], sets: undefined, commands: [{ span: word.span, words: [word] }] },
      scope,
    );
  const template = literalText(soleOf(evaluate(name)));
  if (template === undefined || !run.definitions.has(template)) return false;
  run.walk(scope, template, evaluate(argument));
  return true;
}

const isFunction = (word: Expression | undefined, names: RegExp): boolean =>
  word?.kind === 'function' && names.test(word.name);

/** What is printed outside of any text that is wanted counts as printed here. */
function noted(run: Evaluation, scope: Scope, printed: Value): Value {
  if (scope.collects) return printed;
  run.log.use(printed, 'print', scope.field);
  return EMPTY;
}

function evaluateField(run: Evaluation, field: Field, body: readonly TemplateNode[], scope: Scope): Value {
  const inner = { ...scope, field: field.path, inField: true, collects: true };
  const printed = evaluateBody(run, body, inner);
  run.log.use(printed, field.isImage ? 'image' : 'print', field.path);
  const alternatives = field.isImage ? imageAlternatives(printed, scope.when) : [];
  if (alternatives.length > 0)
    run.log.image({ field: field.path, file: scope.source.path, span: field.span, alternatives });
  return scope.collects ? printed : EMPTY;
}

function joined(run: Evaluation, scope: Scope, before: Value, piece: Value): Value {
  const span = { start: scope.source.template.nodes[0]?.span.start ?? 0, end: scope.source.text.length };
  const call = run.call(scope, 'too many alternatives', [], originOf(scope, span));
  const both = eachWay(call, [before, piece], (singles) => {
    const parts = singles.flatMap((single) => printSingle(single));
    return parts.length > PARTS_LIMIT ? undefined : textOf(...parts);
  });
  return limitWays(both, call);
}
