import type { Difference } from './difference.ts';
import { differingLeaves } from './differing-leaves.ts';
import { readObject, type RenderedObject } from './read-objects.ts';
import { splitDocuments } from './split-documents.ts';

export interface Comparison {
  readonly differences: readonly Difference[];
  /** Generated objects whose name ends with a hash of their content: the old name → the new one. */
  readonly renamed: ReadonlyMap<string, string>;
}

/** More differences than anyone would read. */
export const MOST_DIFFERENCES = 50_000;

/** Object by object; documents that are the same text on both sides are not even parsed. Throws `UnreadableDocument`. */
export function compareRenderings(before: string, after: string): Comparison {
  const [old, now] = withoutCommon(splitDocuments(before), splitDocuments(after)).map(objectsByKey) as [
    Map<string, RenderedObject>,
    Map<string, RenderedObject>,
  ];
  const renamed = pairRenamed(old, now);
  const differences: Difference[] = [];
  for (const [key, object] of old) {
    const other = now.get(key) ?? now.get(renamed.keys.get(key) ?? '');
    if (other) differences.push(...between(object, other));
    else differences.push({ ...placeOf(object), path: [], before: object.value, after: undefined });
    if (differences.length > MOST_DIFFERENCES) break;
  }
  const paired = new Set(renamed.keys.values());
  for (const [key, object] of now)
    if (!old.has(key) && !paired.has(key))
      differences.push({ ...placeOf(object), path: [], before: undefined, after: object.value });
  return { differences, renamed: renamed.names };
}

function* between(object: RenderedObject, other: RenderedObject): Generator<Difference> {
  let count = 0;
  for (const leaf of differingLeaves(object.value, other.value)) {
    yield { ...placeOf(object), ...leaf };
    if (++count > MOST_DIFFERENCES) return;
  }
}

const placeOf = ({ label, kind, key }: RenderedObject): Pick<Difference, 'object' | 'kind' | 'key'> => ({
  object: label,
  kind,
  key,
});

/** What is left of both lists when each text that is in both is taken out, as often as it is in both. */
function withoutCommon(before: readonly string[], after: readonly string[]): (readonly string[])[] {
  const counts = new Map<string, number>();
  for (const text of before) counts.set(text, (counts.get(text) ?? 0) + 1);
  const added = after.filter((text) => {
    const count = counts.get(text) ?? 0;
    if (count > 0) counts.set(text, count - 1);
    return count === 0;
  });
  const removed = before.filter((text) => {
    const count = counts.get(text) ?? 0;
    if (count > 0) counts.set(text, count - 1);
    return count > 0;
  });
  return [removed, added];
}

/** By its key and, where an object is rendered more than once, its number. */
function objectsByKey(documents: readonly string[]): Map<string, RenderedObject> {
  const objects = new Map<string, RenderedObject>();
  const counts = new Map<string, number>();
  for (const document of documents) {
    const object = readObject(document);
    if (object === undefined) continue;
    const count = counts.get(object.key) ?? 0;
    counts.set(object.key, count + 1);
    const key = count === 0 ? object.key : `${object.key} ${count + 1}`;
    objects.set(key, { ...object, key });
  }
  return objects;
}

/** A hash as kustomize writes it: ten of these characters. */
const HASHED = /^(.+)-[2456789bcdfghkmt]{10}$/;

function pairRenamed(
  old: ReadonlyMap<string, RenderedObject>,
  now: ReadonlyMap<string, RenderedObject>,
): { readonly keys: ReadonlyMap<string, string>; readonly names: ReadonlyMap<string, string> } {
  const added = new Map<string, RenderedObject>();
  for (const [key, object] of now) {
    const stem = old.has(key) ? undefined : stemOf(object);
    if (stem !== undefined) added.set(stem, object);
  }
  const keys = new Map<string, string>();
  const names = new Map<string, string>();
  for (const [key, object] of old) {
    const stem = now.has(key) ? undefined : stemOf(object);
    const other = stem === undefined ? undefined : added.get(stem);
    if (other === undefined || stem === undefined) continue;
    added.delete(stem);
    keys.set(key, other.key);
    names.set(object.name, other.name);
  }
  return { keys, names };
}

function stemOf({ key, kind, name }: RenderedObject): string | undefined {
  const stem = HASHED.exec(name)?.[1];
  if (stem === undefined || (kind !== 'ConfigMap' && kind !== 'Secret')) return undefined;
  return key.replace(JSON.stringify(name), JSON.stringify(stem));
}
