import { eachWay, giveUp, limitWays, type Builtin, type Call } from './call.ts';
import { fallBack } from './fall-back.ts';
import { selectField } from './select-field.ts';
import { choose, truthOf, under } from './truth.ts';
import { always, literalText, NOTHING, soleOf, type Value } from './value.ts';

const dict: Builtin = ({ args }) => {
  const entries = new Map<string, Value>();
  for (let at = 0; at + 1 < args.length; at += 2) {
    const key = literalText(soleOf(args[at]));
    // A key that is not known could be any.
    if (key === undefined) return always({ kind: 'map', entries, open: true });
    entries.set(key, args[at + 1] ?? []);
  }
  return always({ kind: 'map', entries });
};

const list: Builtin = ({ args }) => always({ kind: 'list', items: args });

/** `index`, `get` and `dig` with each key; a key that is not known is any, `*`. */
const select = (call: Call, value: Value, keys: readonly Value[]): Value =>
  keys.reduce((inner, key) => {
    call.record(key, 'compare');
    const name = literalText(soleOf(key));
    if (name !== undefined) return selectField(inner, name, call.origin);
    return inner.every(({ is }) => is.kind === 'values')
      ? selectField(inner, '*', call.origin)
      : giveUp(call, [inner]);
  }, value);

const index: Builtin = (call) => select(call, call.args[0] ?? [], call.args.slice(1));

const dig: Builtin = (call) =>
  fallBack(select(call, call.args.at(-1) ?? [], call.args.slice(0, -2)), call.args.at(-2) ?? []);

/** Maps that are merged with themselves again and again double each time. */
const LAYERS_LIMIT = 16;

const layers = (call: Call, maps: readonly Value[]): Value =>
  eachWay(call, maps, (singles) => {
    const flat = singles.flatMap((single) => (single.kind === 'layers' ? single.layers : [single]));
    const different = [...new Set(flat)];
    return different.length > LAYERS_LIMIT ? undefined : { kind: 'layers', layers: different };
  });

const pluck: Builtin = (call) => {
  const [key = [], ...maps] = call.args;
  const found = maps.map((map) => select(call, map, [key]));
  const first = found.reduceRight((fallback, value) => fallBack(value, fallback), always(NOTHING));
  // Where the first is not asked for, the others are not known.
  return always({ kind: 'list', items: [first] });
};

const itemOf =
  (place: number): Builtin =>
  (call) =>
    (call.args[0] ?? []).flatMap(({ is, when }) => {
      // Of a list in the values any item will do.
      const item = is.kind === 'list' ? is.items.at(place) : selectField(always(is), '*', call.origin);
      return under(item ?? always(NOTHING), when);
    });

/** A list without what is empty, which the values decide. */
const compact: Builtin = (call) =>
  (call.args[0] ?? []).flatMap(({ is, when }) => {
    if (is.kind !== 'list') return [{ is, when }];
    const start: Value = [{ is: { kind: 'list', items: [] }, when }];
    return is.items.reduce((lists, item) => limitWays(withOrWithout(lists, item), call), start);
  });

const withOrWithout = (lists: Value, item: Value): Value =>
  item.flatMap((option) => {
    const longer = added(lists, (items) => [...items, always(option.is)]);
    return under(choose(truthOf(option.is), longer, lists), option.when);
  });

const added = (lists: Value, add: (items: readonly Value[]) => readonly Value[]): Value =>
  lists.map((option) =>
    option.is.kind === 'list' ? { ...option, is: { kind: 'list', items: add(option.is.items) } } : option,
  );

/** `append` and `prepend`, to lists that are written out in the templates. */
const add =
  (place: (items: readonly Value[], item: Value) => readonly Value[]): Builtin =>
  (call) => {
    const [lists = [], item = []] = call.args;
    if (!lists.every(({ is }) => is.kind === 'list')) return giveUp(call);
    return added(lists, (items) => place(items, item));
  };

const concat: Builtin = (call) =>
  eachWay(call, call.args, (lists) => {
    const items = lists.map((list) => (list.kind === 'list' ? list.items : undefined));
    return items.includes(undefined)
      ? undefined
      : { kind: 'list', items: items.flatMap((known) => known ?? []) };
  });

/** Changes the map in place, as the function does; where it may not have run, both values stand. */
const set: Builtin = (call) => {
  const [target = [], key, value = []] = call.args;
  const map = soleOf(target);
  const name = literalText(soleOf(key));
  if (map?.kind === 'map' && name !== undefined) {
    const before = map.entries.get(name);
    map.entries.set(name, before ? limitWays(either(call, value, before), call) : value);
  } else call.record(value, 'whole');
  return target;
};

function either(call: Call, one: Value, other: Value): Value {
  const test = call.test();
  return [
    ...one.map(({ is, when }) => ({ is, when: [test, ...when] })),
    ...other.map(({ is, when }) => ({ is, when: [{ kind: 'not', test } as const, ...when] })),
  ];
}

const whole: Builtin = (call) => giveUp(call, call.args, 'whole');
const same: Builtin = ({ args }) => args[0] ?? [];

/** What builds maps and lists, and looks into them. */
export const mapFunctions: Readonly<Record<string, Builtin>> = {
  dict,
  list,
  tuple: list,
  index,
  get: index,
  dig,
  merge: (call) => layers(call, call.args),
  mustMerge: (call) => layers(call, call.args),
  mergeOverwrite: (call) => layers(call, call.args.toReversed()),
  mustMergeOverwrite: (call) => layers(call, call.args.toReversed()),
  deepCopy: same,
  mustDeepCopy: same,
  pick: same,
  omit: same,
  compact,
  append: add((items, item) => [...items, item]),
  prepend: add((items, item) => [item, ...items]),
  concat,
  uniq: same,
  pluck,
  first: itemOf(0),
  mustFirst: itemOf(0),
  last: itemOf(-1),
  set,
  toYaml: whole,
  toJson: whole,
  toPrettyJson: whole,
  toToml: whole,
};
