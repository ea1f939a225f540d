import type { LinkSets } from './link-sets.ts';
import type { Scalar } from '../kustomize/scalar.ts';

/**
 * A value that takes part in how `images` find what they change.
 * - `image`    a field of a resource or patch that may hold a reference
 * - `test`     what a JSON patch demands to find
 * - `name`     what an entry looks for
 * - `newName`  what an entry writes
 * - `loose`    any other retired name that a replacement may copy into an image
 */
export interface Place {
  readonly id: number;
  readonly role: 'image' | 'test' | 'name' | 'newName' | 'loose';
  readonly file: string;
  readonly start: number;
  /** Where what is written ends; a block's text has more in it than the value. */
  readonly end: number;
  readonly value: string;
  /** `images[0]`, for entries. */
  readonly locator?: string;
}

/** Gives each place one number, however often it is met. */
export class PlaceTable {
  readonly #places: Place[] = [];
  readonly #byKey = new Map<string, Place>();

  get all(): readonly Place[] {
    return this.#places;
  }

  at(role: Place['role'], file: string, { value, span }: Scalar, locator?: string): Place {
    const key = `${span.start}:${file}`;
    const known = this.#byKey.get(key);
    if (known) return known;
    const id = this.#places.length;
    const place: Place = {
      id,
      role,
      file,
      start: span.start,
      end: span.end,
      value,
      ...(locator !== undefined && { locator }),
    };
    this.#places.push(place);
    this.#byKey.set(key, place);
    return place;
  }

  find(file: string, start: number): Place | undefined {
    return this.#byKey.get(`${start}:${file}`);
  }
}

/** The places that hang together, by the number that stands for all of them. */
export function groupByRoot(places: readonly Place[], sets: LinkSets): ReadonlyMap<number, readonly Place[]> {
  const groups = new Map<number, Place[]>();
  for (const place of places) {
    const root = sets.find(place.id);
    const known = groups.get(root);
    if (known) known.push(place);
    else groups.set(root, [place]);
  }
  return groups;
}
