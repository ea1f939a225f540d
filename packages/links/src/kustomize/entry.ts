import { childOf, type OutlineNode } from '@regmigrate/formats/yaml';
import { scalarAt, type Scalar, type Source } from './scalar.ts';

/** What changes images by their name: an item of `images`, or a whole ImageTagTransformer. */
export interface Entry {
  readonly file: string;
  /** Where a person would look for it: `images[1]`. */
  readonly locator: string;
  /** Whether it is written as one text, `old=new:tag`. */
  readonly isOneText?: boolean;
  readonly name: Scalar;
  readonly newName?: Scalar;
  readonly newTag?: string;
  readonly digest?: string;
  readonly tagSuffix?: string;
}

export const locatorOfPart = ({ locator, isOneText }: Entry, part: 'name' | 'newName'): string =>
  isOneText ? locator : `${locator}.${part}`;

/** Undefined for what has no name, which matches nothing. */
export function readEntry(source: Source, node: OutlineNode | undefined, locator: string): Entry | undefined {
  const name = scalarAt(source, node, 'name');
  if (!name || name.value === '') return undefined;
  const newName = scalarAt(source, node, 'newName');
  const text = (key: string): Record<string, string> => {
    const value = scalarAt(source, node, key)?.value ?? '';
    return value === '' ? {} : { [key]: value };
  };
  return {
    file: source.file,
    locator,
    name,
    ...(newName && newName.value !== '' && { newName }),
    ...text('newTag'),
    ...text('digest'),
    ...text('tagSuffix'),
  };
}

/** A document of the kind ImageTagTransformer. */
export function readImageTagTransformer(source: Source, document: OutlineNode): Entry | undefined {
  const name = scalarAt(source, childOf(document, 'metadata'), 'name')?.value ?? '';
  return readEntry(source, childOf(document, 'imageTag'), `ImageTagTransformer/${name} imageTag`);
}
