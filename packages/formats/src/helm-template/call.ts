import type { Origin, Test, ValueUse } from './chart-image.ts';
import { joinTests } from './truth.ts';
import { always, unknownText, type Option, type Single, type Value } from './value.ts';

/** A function of a template as it is called, and what it may ask of the evaluation. */
export interface Call {
  readonly name: string;
  readonly args: readonly Value[];
  /** The command. */
  readonly origin: Origin;
  /** Notes each key of the values in a value as used. */
  record(value: Value, kind: ValueUse['kind']): void;
  /** Counts work that grows with the options of the arguments. */
  spend(steps: number): void;
  /** A test that only running the template can answer. */
  test(): Test;
  /** What a named template prints. */
  include(name: string, argument: Value): Value;
}

export type Builtin = (call: Call) => Value;

/** More ways than this through one field are not told apart. */
const WAYS_LIMIT = 64;

export const unknownCall = ({ name, origin }: Call): Value => always(unknownText(name, origin));

/** A value with no more options than can be followed; what is dropped counts as printed. */
export function limitWays(value: Value, call: Pick<Call, 'record' | 'origin'>): Value {
  if (value.length <= WAYS_LIMIT) return value;
  call.record(value, 'print');
  return always(unknownText('too many alternatives', call.origin));
}

/** What a function makes of each combination of its arguments' options. */
export function eachWay(
  call: Call,
  args: readonly Value[],
  make: (singles: readonly Single[]) => Single | undefined,
): Value {
  let ways: { readonly singles: readonly Single[]; readonly when: readonly Test[] }[] = [
    { singles: [], when: [] },
  ];
  for (const arg of args) {
    ways = ways.flatMap(({ singles, when }) =>
      arg.flatMap((option) => {
        const tests = joinTests(when, option.when);
        return tests ? [{ singles: [...singles, option.is], when: tests }] : [];
      }),
    );
    call.spend(ways.length);
    if (ways.length > WAYS_LIMIT) return giveUp(call, args);
  }
  const options: Option[] = [];
  for (const { singles, when } of ways) {
    const is = make(singles);
    if (!is) return giveUp(call, args);
    options.push({ is, when });
  }
  return options;
}

/** A call that is not understood prints something unknown, and uses what it is given. */
export function giveUp(call: Call, args = call.args, kind: ValueUse['kind'] = 'print'): Value {
  for (const arg of args) call.record(arg, kind);
  return unknownCall(call);
}
