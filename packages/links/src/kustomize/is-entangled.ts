import type { Outline } from '@regmigrate/formats/yaml';
import { anchoredScalar, type Source } from './scalar.ts';

/** Whether a text says something in a way that is not followed: aliases of maps and lists, merge keys, explicit keys. */
export const isEntangled = (source: Source, { faults, scalars }: Outline): boolean =>
  faults.length > 0 ||
  scalars.some((node) => node.style === 'alias' && anchoredScalar(source, node) === undefined);
