import { giveUp, limitWays, type Builtin } from './call.ts';
import type { Evaluation } from './evaluation.ts';
import { mapFunctions } from './map-functions.ts';
import type { Scope } from './scope.ts';
import { selectField } from './select-field.ts';
import type { Command, Expression, Pipeline } from './template.ts';
import { testFunctions } from './test-functions.ts';
import { textFunctions } from './text-functions.ts';
import { always, EMPTY, literalText, NOTHING, soleOf, textOf, unknownText, type Value } from './value.ts';

const include: Builtin = (call) => {
  const [name, argument] = call.args;
  const text = literalText(soleOf(name));
  return text === undefined
    ? giveUp(call, call.args, 'whole')
    : call.include(text, argument ?? always(NOTHING));
};

const builtins = new Map<string, Builtin>(
  Object.entries({ ...textFunctions, ...mapFunctions, ...testFunctions, include }),
);

/** What a pipeline gives; what it sets is for its action to do. */
export function evaluatePipeline(run: Evaluation, { commands }: Pipeline, scope: Scope): Value {
  let value: Value | undefined;
  for (const command of commands) value = evaluateCommand(run, command, scope, value);
  return value ?? EMPTY;
}

function evaluateCommand(run: Evaluation, command: Command, scope: Scope, piped: Value | undefined): Value {
  const [head, ...rest] = command.words;
  const origin = { file: scope.source.path, span: command.span };
  if (!head || !run.step(scope, command.span.start)) return always(unknownText('too much to follow', origin));
  if (head.kind !== 'function' && rest.length === 0 && !piped) return evaluateExpression(run, head, scope);
  const args = rest.map((word) => evaluateExpression(run, word, scope));
  const name = head.kind === 'function' ? head.name : scope.source.text.slice(head.span.start, head.span.end);
  const call = run.call(scope, name, piped ? [...args, piped] : args, origin);
  const builtin = head.kind === 'function' ? builtins.get(head.name) : undefined;
  return builtin ? limitWays(builtin(call), call) : giveUp(call);
}

function evaluateExpression(run: Evaluation, expression: Expression, scope: Scope): Value {
  const { span } = expression;
  const origin = { file: scope.source.path, span };
  switch (expression.kind) {
    case 'literal': {
      const { type, value: text, content } = expression;
      if (type === 'nil') return always(NOTHING);
      const part = { kind: 'literal', text, file: origin.file, span: content } as const;
      const isFalse = type === 'bool' ? text === 'false' : type === 'number' && Number(text) === 0;
      return always(isFalse ? { kind: 'text', parts: [part], truth: false } : textOf(part));
    }
    case 'function':
      return evaluateCommand(run, { span, words: [expression] }, scope, undefined);
    case 'dot':
      return follow(scope.dot, expression.names);
    case 'variable': {
      const value =
        scope.variables.get(expression.name) ?? (expression.name === '$' ? scope.root : undefined);
      return value ? follow(value, expression.names) : always(unknownText(expression.name, origin));
    }
    case 'group':
      return follow(evaluatePipeline(run, expression.pipeline, scope), expression.names);
  }

  function follow(value: Value, names: readonly string[]): Value {
    return names.reduce((inner, name) => selectField(inner, name, origin), value);
  }
}
