import type { Entry } from '../kustomize/entry.ts';
import { groupOf, joinGroup, type Group } from './group.ts';
import type { ImageState, Unknown } from './image-state.ts';
import type { LinkSets } from './link-sets.ts';
import { namePatternOf, type NamePattern } from './name-pattern.ts';
import type { Place } from './place.ts';
import { newRest } from './split-image.ts';

/** An entry with its values as they are, or as they will be after a fix. */
export interface PlacedEntry {
  readonly entry: Entry;
  readonly name: Place;
  readonly newName?: Place;
}

/** What an entry met, in all builds that it takes part in. */
export interface Reach {
  readonly placed: PlacedEntry;
  matches: boolean;
  /** False where it matched something that no entry had written. */
  onlyWritten: boolean;
  /** Whether what it matched comes out as another image. */
  changes: boolean;
  /** The same before and after a fix where the same places are matched. */
  sum: number;
  /** What else it may match. */
  readonly unknowns: Set<Unknown>;
}

interface Hit {
  readonly name: string;
  readonly rest: string;
  readonly group: Group;
}

/** Changes the images that an entry matches, and joins the places they come from with its name. */
export function applyEntry(
  state: ImageState,
  sets: LinkSets,
  {
    placed,
    name,
    newName,
  }: { readonly placed: PlacedEntry; readonly name: string; readonly newName?: string },
  reach: Reach,
): void {
  const hits = [...hitsOf(state, namePatternOf(name))];
  for (const unknown of state.unknowns) reach.unknowns.add(unknown);
  for (const hit of hits) {
    reach.matches = true;
    reach.onlyWritten &&= hit.group.isWritten;
    reach.changes ||= (newName ?? hit.name) !== hit.name || newRest(hit.rest, placed.entry) !== hit.rest;
    reach.sum = (reach.sum + hit.group.sum) | 0;
    joinGroup(sets, hit.group, placed.name.id);
    state.delete(hit.name, hit.rest);
  }
  for (const hit of hits) {
    const written = placed.newName && newName !== undefined ? groupOf(placed.newName.id, true) : hit.group;
    state.put(newName ?? hit.name, newRest(hit.rest, placed.entry), written);
  }
  // What is not known may be matched, and then there is an image of the new name.
  if (hits.length === 0 && state.unknowns.size > 0 && placed.newName && newName !== undefined)
    state.put(newName, newRest('', placed.entry), groupOf(placed.newName.id, true));
}

function* hitsOf(state: ImageState, pattern: NamePattern): Generator<Hit> {
  if (pattern.kind === 'pattern') {
    for (const name of [...state.names])
      if (name.startsWith(pattern.prefix)) yield* hitsIn(state, name, () => true);
    return;
  }
  const { name } = pattern;
  yield* hitsIn(state, name, (rest) => pattern.kind === 'plain' || hasRest(rest, pattern.rest));
}

function* hitsIn(state: ImageState, name: string, takes: (rest: string) => boolean): Generator<Hit> {
  for (const [rest, group] of [...(state.get(name) ?? [])]) if (takes(rest)) yield { name, rest, group };
}

/** `:1.2` is matched by `:1.2` and, with a digest behind it, by `:1.2@sha256:…`. */
const hasRest = (rest: string, wanted: string): boolean =>
  rest === wanted || (rest.startsWith(`${wanted}@`) && !wanted.includes('@'));
