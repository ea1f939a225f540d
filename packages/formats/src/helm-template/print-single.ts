import type { Part } from './chart-image.ts';
import type { Single } from './value.ts';

const NOWHERE = { file: '', span: { start: 0, end: 0 } };

/** What a single prints. Maps and lists are printed by nobody who wants an image. */
export function printSingle(single: Single, origin = NOWHERE): readonly Part[] {
  switch (single.kind) {
    case 'text':
      return single.parts;
    case 'values': {
      const otherwise = single.otherwise && printSingle(single.otherwise, single.origin);
      return [{ kind: 'value', path: single.path, ...(otherwise && { otherwise }), ...single.origin }];
    }
    case 'truth':
      return typeof single.truth === 'boolean'
        ? [{ kind: 'literal', text: String(single.truth), ...origin }]
        : [{ kind: 'unknown', source: 'a condition', ...origin }];
    case 'nothing':
      return [];
    case 'map':
      return single.entries.size === 0 && !single.open
        ? []
        : [{ kind: 'unknown', source: 'a map', ...origin }];
    case 'object':
      return [{ kind: 'unknown', source: `.${single.name}`, ...origin }];
    default:
      return [{ kind: 'unknown', source: `a ${single.kind}`, ...origin }];
  }
}
