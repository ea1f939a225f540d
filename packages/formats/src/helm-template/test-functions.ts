import { eachWay, giveUp, type Builtin, type Call } from './call.ts';
import { fallBack } from './fall-back.ts';
import { all, any, choose, not, truthOfValue } from './truth.ts';
import { always, literalText, NOTHING, soleOf, type Single, type Truth, type Value } from './value.ts';

const settled = (truth: Truth): Value => always({ kind: 'truth', truth });

function truthOfArgument(call: Call, value: Value): Truth {
  call.record(value, 'condition');
  return truthOfValue(value);
}

const and: Builtin = (call) => {
  const final = call.args.at(-1) ?? [];
  const before = all(call.args.slice(0, -1).map((arg) => truthOfArgument(call, arg)));
  return choose(before, final, always(NOTHING));
};

const or: Builtin = ({ args }) =>
  args.reduceRight<Value>((fallback, value) => fallBack(value, fallback), always(NOTHING));

const ternary: Builtin = (call) => {
  const [yes = [], no = [], condition = []] = call.args;
  const truth = truthOfArgument(call, condition);
  return choose(truth, yes, no);
};

const eq: Builtin = (call) => {
  for (const arg of call.args) call.record(arg, 'compare');
  const [one, ...others] = call.args.map(soleOf);
  const answers = others.map((other) => equality(one, other) ?? equality(other, one));
  if (answers.some((answer) => answer === undefined)) return settled(call.test());
  const known = answers.filter((answer) => answer !== undefined);
  return settled(any(known));
};

function equality(one: Single | undefined, other: Single | undefined): Truth | undefined {
  const text = literalText(other);
  if (text === undefined || !one) return undefined;
  if (one.kind === 'values' && !one.otherwise) return { kind: 'equals', path: one.path, text };
  const own = literalText(one);
  return own === undefined ? undefined : own === text;
}

const KINDS: Readonly<Record<Single['kind'], string | undefined>> = {
  text: 'string',
  list: 'slice',
  map: 'map',
  layers: 'map',
  object: 'map',
  truth: 'bool',
  nothing: 'invalid',
  values: undefined,
};

/** `kindIs` knows what the templates made; what the values hold is for the chart's user to say. */
const kindIs: Builtin = (call) => {
  for (const arg of call.args) call.record(arg, 'condition');
  return eachWay(call, call.args, ([kind, single]) => {
    const known = single && KINDS[single.kind];
    const isPlain = single?.kind === 'text' && literalText(single) === undefined;
    const truth = known === undefined || isPlain ? call.test() : known === literalText(kind);
    return { kind: 'truth', truth };
  });
};

const hasKey: Builtin = (call) => {
  const [map = [], key] = call.args;
  call.record(map, 'condition');
  const single = soleOf(map);
  const name = literalText(soleOf(key));
  if (single?.kind !== 'map' || single.open || name === undefined) return settled(call.test());
  return settled(single.entries.has(name));
};

const compares: Builtin = (call) => {
  for (const arg of call.args) call.record(arg, 'compare');
  return settled(call.test());
};

/** What gives another text than it is given, depending on what that says. */
const rewrites: Builtin = (call) => giveUp(call, call.args, 'compare');

/** What is printed of more parts than this is a whole manifest, whose checksum follows what it holds. */
const PARTS_LIMIT = 8;

const hash: Builtin = (call) => {
  const isShort = call.args.every((arg) =>
    arg.every(({ is }) => is.kind === 'values' || (is.kind === 'text' && is.parts.length <= PARTS_LIMIT)),
  );
  return giveUp(call, call.args, isShort ? 'compare' : 'print');
};

const each = (names: string, builtin: Builtin): Record<string, Builtin> =>
  Object.fromEntries(names.split(' ').map((name) => [name, builtin]));

/** What chooses, compares and asks. */
export const testFunctions: Readonly<Record<string, Builtin>> = {
  default: ({ args }) => fallBack(args[1] ?? always(NOTHING), args[0] ?? []),
  coalesce: or,
  or,
  and,
  ternary,
  not: (call) => settled(not(truthOfArgument(call, call.args[0] ?? []))),
  empty: (call) => settled(not(truthOfArgument(call, call.args[0] ?? []))),
  eq,
  ne: (call) =>
    eq(call).map(({ is, when }) => ({
      is: is.kind === 'truth' ? { ...is, truth: not(is.truth) } : is,
      when,
    })),
  kindIs,
  typeIs: kindIs,
  hasKey,
  // Nothing is printed where a chart fails.
  fail: () => [],
  ...each('lt le gt ge contains hasPrefix hasSuffix semverCompare regexMatch mustRegexMatch has', compares),
  ...each(
    'replace split splitList splitn trunc trimAll substr upper title semver regexFind regexFindAll regexSplit ' +
      'regexReplaceAll regexReplaceAllLiteral mustRegexReplaceAll mustRegexReplaceAllLiteral mustRegexFind kindOf typeOf len',
    rewrites,
  ),
  ...each('sha1sum sha256sum sha512sum adler32sum', hash),
};
