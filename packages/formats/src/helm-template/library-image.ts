import { eachWay, type Call } from './call.ts';
import type { Part } from './chart-image.ts';
import { fallBack } from './fall-back.ts';
import { printSingle } from './print-single.ts';
import { selectField } from './select-field.ts';
import { choose, truthOfValue } from './truth.ts';
import { always, EMPTY, soleOf, textOf, type Value } from './value.ts';

/**
 * What a library's `….image` prints that is given an `imageRoot`, as those of Bitnami do: the registry,
 * which `global.imageRegistry` overrides, the repository, and the digest or else the tag.
 */
export function libraryImage(call: Call, name: string, argument: Value): Value | undefined {
  const map = soleOf(argument);
  const root = map?.kind === 'map' && /image$/i.test(name) ? map.entries.get('imageRoot') : undefined;
  if (!root || map?.kind !== 'map') return undefined;
  const field = (value: Value, key: string): Value => selectField(value, key, call.origin);
  const literal = (text: string): Value =>
    always(textOf({ kind: 'literal', text, ...call.origin } satisfies Part));
  const printed = (...values: readonly Value[]): Value =>
    eachWay(call, values, (singles) =>
      textOf(...singles.flatMap((single) => printSingle(single, call.origin))),
    );
  const override = field(map.entries.get('global') ?? EMPTY, 'imageRegistry');
  const registry = fallBack(override, field(root, 'registry'));
  const chart = map.entries.get('chart');
  const written = field(root, 'tag');
  const tag = chart ? fallBack(written, field(chart, 'AppVersion')) : written;
  const digest = field(root, 'digest');
  return printed(
    choose(truthOfValue(registry), printed(registry, literal('/')), EMPTY),
    field(root, 'repository'),
    choose(truthOfValue(digest), printed(literal('@'), digest), printed(literal(':'), tag)),
  );
}
