import type { CatalogueData, TagStatus } from './catalogue.ts';

/** The tags of one image, unpacked. */
export interface Pools {
  readonly all: readonly string[];
  readonly statusByTag: ReadonlyMap<string, TagStatus>;
  /** Known from the legacy backfill alone, so nothing is promoted to it any more. */
  readonly isLegacyOnly: boolean;
  /** Whether k8s.gcr.io had the image. */
  readonly wasServed: boolean;
}

const STATUS: Readonly<Record<string, TagStatus>> = {
  l: 'served',
  s: 'served',
  a: 'after-freeze',
  p: 'present',
};

export function readPools(data: CatalogueData, path: string): Pools | undefined {
  const text = Object.hasOwn(data.images, path) ? data.images[path] : undefined;
  if (text === undefined) return undefined;
  const statusByTag = new Map<string, TagStatus>();
  const words = text.split(' ');
  for (const word of words) {
    const status = STATUS[word.charAt(0)];
    if (status === undefined) continue;
    for (const tag of (data.pool[Number(word.slice(1))] ?? '').split(' ')) {
      if (tag) statusByTag.set(tag, status);
    }
  }
  const statuses = new Set(statusByTag.values());
  return {
    // The order that digests.bin was written in.
    all: [...statusByTag.keys()].sort(),
    statusByTag,
    isLegacyOnly: words.every((word) => word.startsWith('l')),
    wasServed: statuses.has('served') || statuses.has('present'),
  };
}
