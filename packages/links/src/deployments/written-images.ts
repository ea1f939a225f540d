import type { Entry } from '../kustomize/entry.ts';

/** What a deployment writes into the `images` of a kustomization. */
export interface WrittenImages {
  readonly entries: readonly Entry[];
  /**
   * - `set`    as `kustomize edit set image` does, which Argo CD calls: of several entries of a name the first
   *            stays, and all are sorted by name
   * - `merge`  as Flux does: in the place of the first entry of the name, else behind all
   */
  readonly by: 'set' | 'merge';
}

/** Two entries of one name, of which only one is built. */
interface Overruled {
  readonly entry: Entry;
  readonly by: Entry;
}

interface Merged {
  /** In the order in which they are applied. */
  readonly entries: readonly Entry[];
  readonly overruled: readonly Overruled[];
}

/** `nameOf`: the name of an entry, as it is or as it will be. */
export function mergeImages(
  own: readonly Entry[],
  { entries, by }: WrittenImages,
  nameOf: (entry: Entry) => string,
): Merged {
  return by === 'set' ? setImages(own, entries, nameOf) : replaceImages(own, entries, nameOf);
}

function setImages(
  own: readonly Entry[],
  written: readonly Entry[],
  nameOf: (entry: Entry) => string,
): Merged {
  const byName = new Map<string, Entry>();
  const overruled: Overruled[] = [];
  // Of the arguments the last counts, of what the kustomization has the first.
  for (const entry of [...written.toReversed(), ...own]) {
    const known = byName.get(nameOf(entry));
    if (known) overruled.push({ entry, by: known });
    else byName.set(nameOf(entry), entry);
  }
  const sorted = [...byName].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return { entries: sorted.map(([, entry]) => entry), overruled };
}

function replaceImages(
  own: readonly Entry[],
  written: readonly Entry[],
  nameOf: (entry: Entry) => string,
): Merged {
  const entries = [...own];
  const overruled: Overruled[] = [];
  const places = new Map<string, number>();
  for (const [at, entry] of own.entries()) if (!places.has(nameOf(entry))) places.set(nameOf(entry), at);
  for (const by of written) {
    const at = places.get(nameOf(by)) ?? entries.length;
    const entry = entries[at];
    if (entry) overruled.push({ entry, by });
    entries[at] = by;
    places.set(nameOf(by), at);
  }
  return { entries, overruled };
}
