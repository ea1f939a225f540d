import type { Part, Reference } from '../../src/model/reference.ts';
import { parseReference } from '../../src/reference/parse-reference.ts';

export const HEX = '0123456789abcdef';
export const SHA256 = `sha256:${HEX.repeat(4)}`;
export const SHA384 = `sha384:${HEX.repeat(6)}`;
export const SHA512 = `sha512:${HEX.repeat(8)}`;

type Written = Partial<Record<keyof Reference, string>>;

/** The parts as they were written; or the fault and where, as `path-malformed@4`. For tables. */
export function written(text: string): Written | string {
  const parsed = parseReference(text);
  if (!parsed.ok) return `${parsed.fault}@${parsed.at}`;
  return Object.fromEntries(partsOf(parsed.reference).map(([name, { value }]) => [name, value]));
}

/** The parts that are there, in the order of the text. */
export function partsOf({ domain, path, tag, digest }: Reference): Array<[keyof Reference, Part]> {
  const all: Array<[keyof Reference, Part | undefined]> = [
    ['domain', domain],
    ['path', path],
    ['tag', tag],
    ['digest', digest],
  ];
  return all.flatMap(([name, part]) => (part ? [[name, part] as [keyof Reference, Part]] : []));
}
