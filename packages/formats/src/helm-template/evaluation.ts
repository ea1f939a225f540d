import { giveUp, type Call } from './call.ts';
import { ChartLog } from './chart-log.ts';
import type { Origin, Test, ValueUse } from './chart-image.ts';
import { evaluateBody } from './evaluate-body.ts';
import { libraryImage } from './library-image.ts';
import type { NamedTemplate, Scope } from './scope.ts';
import { Variables } from './variables.ts';
import type { Value } from './value.ts';
import { valueKey } from './value-key.ts';

/** Named templates that print each other deeper than this are followed no further. */
const DEPTH_LIMIT = 16;
/** Work beyond one step for each character; what takes more was made to. */
const STEPS_LIMIT = 100_000;
/** What it takes to know whether a named template was printed with the same argument before. */
const INCLUDE_STEPS = 20;

/** One run of a chart's templates with symbols for values. */
export class Evaluation {
  readonly log = new ChartLog();
  readonly definitions: ReadonlyMap<string, NamedTemplate>;
  readonly entered = new Set<string>();
  readonly #printed = new Map<string, Value>();
  readonly #walked = new Set<string>();
  readonly #limit: number;
  #steps = 0;
  #tests = 0;

  /** `size` is the length of all templates in UTF-16 units. */
  constructor(definitions: ReadonlyMap<string, NamedTemplate>, size: number) {
    this.definitions = definitions;
    this.#limit = STEPS_LIMIT + size;
  }

  /** Counts work; false when there was too much of it, which is told once. */
  step({ source }: Scope, at: number, amount = 1): boolean {
    const went = this.#steps < this.#limit;
    this.#steps += amount;
    const goes = this.#steps < this.#limit;
    if (went && !goes) {
      const message = 'the templates print each other too often to follow';
      this.log.faults.push({ code: 'too-much', at, message, file: source.path });
    }
    return goes;
  }

  test(source: string): Test {
    return { kind: 'unknown', id: `${++this.#tests}`, source };
  }

  call(scope: Scope, name: string, args: readonly Value[], origin: Origin): Call {
    const record = (value: Value, kind: ValueUse['kind']): void =>
      this.log.use(value, kind, scope.field, origin);
    const call: Call = {
      name,
      args,
      origin,
      record,
      spend: (steps) => void this.step(scope, origin.span.start, steps),
      test: () => this.test(scope.source.text.slice(origin.span.start, origin.span.end)),
      include: (template, argument) => this.#include(scope, call, template, argument),
    };
    return call;
  }

  /** Notes what the body of a named template prints where that is not wanted as a text. */
  walk(scope: Scope, name: string, argument: Value): void {
    const template = this.definitions.get(name);
    if (!template || scope.depth >= DEPTH_LIMIT) return;
    const key = valueKey(argument);
    const id = key && JSON.stringify([name, key, scope.when]);
    if (id && this.#walked.has(id)) return;
    if (id) this.#walked.add(id);
    this.#enter(scope, template, argument, { when: scope.when, collects: false });
  }

  #include(scope: Scope, call: Call, name: string, argument: Value): Value {
    const template = this.definitions.get(name);
    if (!template)
      return libraryImage(call, name, argument) ?? giveUp({ ...call, name }, [argument], 'whole');
    if (scope.depth >= DEPTH_LIMIT)
      return giveUp({ ...call, name: `${name}, which prints itself` }, [argument]);
    call.spend(INCLUDE_STEPS);
    const key = valueKey(argument);
    const id = key && `${name} ${key}`;
    const known = id && this.#printed.get(id);
    if (known) return known;
    const printed = this.#enter(scope, template, argument, { when: [], collects: true });
    if (id) this.#printed.set(id, printed);
    return printed;
  }

  #enter(
    { depth, field }: Scope,
    { source, definition }: NamedTemplate,
    dot: Value,
    how: Pick<Scope, 'when' | 'collects'>,
  ): Value {
    this.entered.add(definition.name);
    return evaluateBody(this, definition.body, {
      ...how,
      source,
      dot,
      root: dot,
      variables: new Variables(),
      depth: depth + 1,
      inField: false,
      ...(field !== undefined && { field }),
    });
  }
}
