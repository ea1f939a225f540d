import { eachWay, giveUp, type Builtin, type Call } from './call.ts';
import type { LiteralPart, Part, Step } from './chart-image.ts';
import { printSingle } from './print-single.ts';
import { under } from './truth.ts';
import { literalText, soleOf, textOf, type Single } from './value.ts';

const VERB = /%(?:[svdq%])/g;

const first: Builtin = ({ args }) => args[0] ?? [];
const last: Builtin = ({ args }) => args.at(-1) ?? [];

const printf: Builtin = (call) =>
  eachWay(call, call.args, ([format, ...operands]) => {
    const text = literalText(format);
    const [literal] = format?.kind === 'text' ? format.parts : [];
    if (text === undefined || format?.kind !== 'text' || format.parts.length > 1) return undefined;
    const parts: Part[] = [];
    let at = 0;
    let used = 0;
    const upTo = (end: number): void => {
      if (literal?.kind === 'literal' && at < end) parts.push(cutLiteral(literal, at, end));
    };
    for (const { 0: verb, index } of text.matchAll(VERB)) {
      upTo(verb === '%%' ? index + 1 : index);
      at = index + verb.length;
      if (verb === '%%') continue;
      const operand = operands[used++];
      if (!operand) return undefined;
      parts.push(...printSingle(operand, call.origin));
    }
    upTo(text.length);
    return used === operands.length && !text.replace(VERB, '').includes('%') ? textOf(...parts) : undefined;
  });

/** A part of a literal; its span stays exact where the literal is written as it is. */
export function cutLiteral(literal: LiteralPart, start: number, end: number): LiteralPart {
  const { span, text } = literal;
  const exact = span.end - span.start === text.length;
  const cut = exact ? { start: span.start + start, end: span.start + end } : span;
  return { ...literal, text: text.slice(start, end), span: cut };
}

const joined = (call: Call, singles: readonly Single[], separator: string): Single => {
  const comma: Part = { kind: 'literal', text: separator, ...call.origin };
  return textOf(
    ...singles.flatMap((single, index) => [
      ...(index > 0 && separator ? [comma] : []),
      ...printSingle(single, call.origin),
    ]),
  );
};

const print: Builtin = (call) => eachWay(call, call.args, (singles) => joined(call, singles, ''));
const cat: Builtin = (call) => eachWay(call, call.args, (singles) => joined(call, singles, ' '));

const join: Builtin = (call) => {
  const [separators, lists = []] = call.args;
  const separator = literalText(soleOf(separators));
  if (separator === undefined || !lists.every(({ is }) => is.kind === 'list')) return giveUp(call);
  return lists.flatMap(({ is, when }) => {
    const items = is.kind === 'list' ? is.items : [];
    return under(
      eachWay(call, items, (singles) => joined(call, singles, separator)),
      when,
    );
  });
};

/** Lower case and the like: literals are changed, other parts remember the step. */
const change =
  (step: Step, literal: (text: string) => string): Builtin =>
  (call) =>
    eachWay(
      call,
      call.args.slice(0, 1),
      ([single]) =>
        single && textOf(...printSingle(single, call.origin).map((part) => changed(part, step, literal))),
    );

function changed(part: Part, step: Step, literal: (text: string) => string): Part {
  if (part.kind === 'literal') return { ...part, text: literal(part.text) };
  if (part.kind === 'unknown') return part;
  const own = { ...part, through: [...(part.through ?? []), step] };
  if (own.kind === 'chart' || !own.otherwise) return own;
  return { ...own, otherwise: own.otherwise.map((inner) => changed(inner, step, literal)) };
}

/** Cuts a prefix or suffix off the outermost part. */
const trim =
  (name: 'trimPrefix' | 'trimSuffix'): Builtin =>
  (call) =>
    eachWay(call, call.args.slice(0, 2), ([cut, single]) => {
      const text = literalText(cut);
      if (!text || !single) return undefined;
      call.record(call.args[1] ?? [], 'compare');
      const parts = [...printSingle(single, call.origin)];
      const at = name === 'trimPrefix' ? 0 : parts.length - 1;
      const outer = parts[at];
      if (outer) parts[at] = trimmed(outer, { function: name, text });
      return textOf(...parts);
    });

function trimmed(part: Part, step: Step & { readonly text: string }): Part {
  const { text } = step;
  if (part.kind !== 'literal') return changed(part, step, (whole) => cutOff(whole, step.function, text));
  if (cutOff(part.text, step.function, text) === part.text) return part;
  const prefix = step.function === 'trimPrefix';
  return cutLiteral(part, prefix ? text.length : 0, part.text.length - (prefix ? 0 : text.length));
}

/** What `trimPrefix` and `trimSuffix` leave. */
export function cutOff(whole: string, name: Step['function'], text: string): string {
  if (name === 'trimPrefix') return whole.startsWith(text) ? whole.slice(text.length) : whole;
  return whole.endsWith(text) ? whole.slice(0, whole.length - text.length) : whole;
}

const tpl: Builtin = (call) =>
  eachWay(call, call.args.slice(0, 1), ([single]) => {
    if (!single || single.kind === 'map' || single.kind === 'layers') return undefined;
    const parts = printSingle(single, call.origin);
    if (parts.some((part) => part.kind === 'literal' && part.text.includes('{{'))) return undefined;
    return textOf(...parts.map((part) => changed(part, { function: 'tpl' }, (text) => text)));
  });

/** What prints, joins and trims. White space and quotes around a text are none of its parts. */
export const textFunctions: Readonly<Record<string, Builtin>> = {
  printf,
  print,
  println: print,
  cat,
  join,
  tpl,
  lower: change({ function: 'lower' }, (text) => text.toLowerCase()),
  nospace: change({ function: 'nospace' }, (text) => text.replace(/\s/g, '')),
  trimPrefix: trim('trimPrefix'),
  trimSuffix: trim('trimSuffix'),
  quote: first,
  squote: first,
  toString: first,
  trim: first,
  int: first,
  int64: first,
  float64: first,
  indent: last,
  nindent: last,
  required: last,
};
