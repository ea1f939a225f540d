import type { Origin } from './chart-image.ts';
import { fallBack } from './fall-back.ts';
import { assume, not, truthOf, under } from './truth.ts';
import { always, NOTHING, textOf, unknownText, type Single, type Value } from './value.ts';

/** `.name` of every option. */
export const selectField = (value: Value, name: string, origin: Origin): Value =>
  value.flatMap(({ is, when }) => under(fieldOf(is, name, origin), when));

function fieldOf(single: Single, name: string, origin: Origin): Value {
  switch (single.kind) {
    case 'values': {
      const own = always({ kind: 'values', path: [...single.path, name], origin });
      const { otherwise } = single;
      if (!otherwise || truthOf(otherwise) === false) return own;
      const isSet = { kind: 'set', path: single.path } as const;
      return [...under(own, [isSet]), ...under(fieldOf(otherwise, name, origin), assume(not(isSet)) ?? [])];
    }
    case 'map':
      return single.entries.get(name) ?? always(single.open ? unknownText(`.${name}`, origin) : NOTHING);
    case 'layers':
      return single.layers
        .map((layer) => fieldOf(layer, name, origin))
        .reduceRight((fallback, value) => fallBack(value, fallback), always(NOTHING));
    case 'object':
      if (single.name !== 'Chart') return always({ kind: 'object', name: `${single.name}.${name}` });
      return always(textOf({ kind: 'chart', field: name, ...origin }));
    case 'text': {
      const [part] = single.parts;
      return always(part?.kind === 'unknown' ? unknownText(`${part.source}.${name}`, origin) : NOTHING);
    }
    case 'list': {
      const item = /^\d+$/.test(name) ? single.items[Number(name)] : undefined;
      return item ?? always(unknownText(`[${name}]`, origin));
    }
    case 'truth':
    case 'nothing':
      return always(NOTHING);
  }
}
