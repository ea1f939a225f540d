import { groupOf, mergeGroups, type Group } from './group.ts';
import { splitImage } from './split-image.ts';
import type { Place } from './place.ts';

/** Why it is not known which images a kustomization holds. */
export interface Unknown {
  readonly what:
    | 'remote'
    | 'missing'
    | 'link'
    | 'chart'
    | 'generator'
    | 'replacement'
    | 'transformer'
    | 'escaped'
    | 'cycle'
    | 'depth';
  readonly file: string;
  readonly start: number;
  /** As it is written, where it is: the address of a remote resource. */
  readonly ref?: string;
}

type Rests = Map<string, Group>;

/** The images that the resources of a kustomization hold at some moment: by name, then by what follows it. */
export class ImageState {
  readonly #names: Map<string, Rests>;
  /** Names whose inner map is not shared with another state. */
  readonly #own = new Set<string>();
  /** What may hold images beside these. */
  readonly unknowns: Set<Unknown>;

  constructor(like?: ImageState) {
    this.#names = new Map(like ? like.#names : []);
    this.unknowns = new Set(like?.unknowns);
  }

  add(place: Place, value: string): void {
    const { name, rest } = splitImage(value);
    this.put(name, rest, groupOf(place.id));
  }

  put(name: string, rest: string, group: Group): void {
    const rests = this.#restsOf(name);
    const known = rests.get(rest);
    rests.set(rest, known ? mergeGroups(known, group) : group);
  }

  merge(other: ImageState): void {
    for (const unknown of other.unknowns) this.unknowns.add(unknown);
    for (const [name, rests] of other.#names)
      if (this.#names.has(name)) for (const [rest, group] of rests) this.put(name, rest, group);
      else this.#names.set(name, rests);
  }

  get names(): Iterable<string> {
    return this.#names.keys();
  }

  get(name: string): ReadonlyMap<string, Group> | undefined {
    return this.#names.get(name);
  }

  delete(name: string, rest: string): void {
    const rests = this.#restsOf(name);
    rests.delete(rest);
    if (rests.size === 0) this.#names.delete(name);
  }

  #restsOf(name: string): Rests {
    const shared = this.#names.get(name);
    if (shared && this.#own.has(name)) return shared;
    const own: Rests = new Map(shared);
    this.#names.set(name, own);
    this.#own.add(name);
    return own;
  }
}
