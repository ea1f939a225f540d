/**
 * `served`: k8s.gcr.io had the tag. `after-freeze`: only registry.k8s.io ever had it.
 * `present`: it exists, but the data does not say on which side of the freeze it came.
 * `absent`: it exists nowhere, on evidence. `unknown`: the data cannot tell.
 */
export type TagStatus = 'served' | 'after-freeze' | 'present' | 'absent' | 'unknown';

/** What registry.k8s.io holds, as of one day. Paths are written without the host. */
export interface Catalogue {
  /** Day of the snapshot, YYYY-MM-DD. Later promotions are not in it. */
  readonly date: string;
  has(path: string): boolean;
  /** Whether images lie below this path: `sig-storage`. */
  isPrefix(path: string): boolean;
  tags(path: string): readonly string[];
  lookup(path: string, tag: string): TagStatus;
  /** Promoted paths that continue a legacy root image, mostly with other tags. */
  successors(path: string): readonly string[];
  /** Where `gcr.io/k8s-staging-<project>/<image>` is promoted to, if it is. */
  stagingPath(project: string, image: string): string | undefined;
  /** Whether the tag has this digest; undefined when tag or digests are not in the data. */
  digestMatches(path: string, tag: string, digest: string): boolean | undefined;
}

/** The shape of data/catalogue.json, as scripts/build-catalogue.mjs writes it. */
export interface CatalogueData {
  readonly source: string;
  readonly commit: string;
  readonly licence: string;
  readonly date: string;
  /** Sets of tags, sorted and space-separated. */
  readonly pool: readonly string[];
  /**
   * Path to its pools, as `KINDINDEX` words: `l` legacy backfill alone, `s` served,
   * `a` after the freeze, `p` either of the two.
   */
  readonly images: Readonly<Record<string, string>>;
  readonly successors: Readonly<Record<string, readonly string[]>>;
  /** Staging project to path prefixes; a project not listed is its own prefix. */
  readonly staging: Readonly<Record<string, readonly string[]>>;
}
