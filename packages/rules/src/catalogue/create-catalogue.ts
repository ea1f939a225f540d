import type { Catalogue, CatalogueData, TagStatus } from './catalogue.ts';
import { createDigestIndex } from './create-digest-index.ts';
import { isRuledOut } from './is-ruled-out.ts';
import { readPools, type Pools } from './read-pools.ts';

/** Only Kubernetes releases are still promoted to the root, and may revive a legacy name. */
const CURRENT_RELEASE = /^v1\.(2[7-9]|[3-9]\d|\d{3,})\./;

/** These drivers are promoted on demand, old patches long after newer ones. */
const OUT_OF_ORDER = 'cloud-provider-gcp/';

/** Reads catalogue data; the digests are asked for only when a digest is. */
export function createCatalogue(
  data: CatalogueData,
  digests: () => Uint8Array | undefined = () => undefined,
): Catalogue {
  const read = new Map<string, Pools | undefined>();
  const pools = (path: string): Pools | undefined => {
    if (!read.has(path)) read.set(path, readPools(data, path));
    return read.get(path);
  };
  const has = (path: string): boolean => Object.hasOwn(data.images, path);
  const tags = (path: string): readonly string[] => pools(path)?.all ?? [];
  let folders: ReadonlySet<string> | undefined;
  const prefixes = (): ReadonlySet<string> => (folders ??= foldersOf(Object.keys(data.images)));
  const digestIndex = createDigestIndex(data, tags, digests);

  return {
    date: data.date,
    has,
    isPrefix: (path) => prefixes().has(path),
    tags,
    lookup: (path, tag) => {
      const known = pools(path);
      return known ? statusOf(path, tag, known) : 'unknown';
    },
    successors: (path) => (Object.hasOwn(data.successors, path) ? (data.successors[path] ?? []) : []),
    stagingPath: (project, image) => {
      const prefixes = Object.hasOwn(data.staging, project) ? data.staging[project] : undefined;
      const paths = (prefixes ?? [project]).map((prefix) => (prefix ? `${prefix}/${image}` : image));
      return paths.find(has);
    },
    digestMatches: digestIndex,
  };
}

/** Every path above an image: `sig-storage` of `sig-storage/csi-attacher`. */
function foldersOf(paths: readonly string[]): ReadonlySet<string> {
  return new Set(paths.flatMap((path) => [...path.matchAll(/\//g)].map(({ index }) => path.slice(0, index))));
}

function statusOf(path: string, tag: string, known: Pools): TagStatus {
  const status = known.statusByTag.get(tag);
  if (status) return status;
  if (known.isLegacyOnly) return CURRENT_RELEASE.test(tag) ? 'unknown' : 'absent';
  // A path younger than the freeze may be a move still under way, old tags to follow.
  if (!known.wasServed || path.startsWith(OUT_OF_ORDER)) return 'unknown';
  return isRuledOut(tag, known.all) ? 'absent' : 'unknown';
}
