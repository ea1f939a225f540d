import type { CatalogueData } from './catalogue.ts';

const PREFIX_BYTES = 6;
const DIGEST = /^sha256:[0-9a-f]{64}$/;

type DigestMatches = (path: string, tag: string, digest: string) => boolean | undefined;

/** Digest prefixes lie in sorted order of path, then tag, with no index of their own. */
export function createDigestIndex(
  data: CatalogueData,
  tags: (path: string) => readonly string[],
  load: () => Uint8Array | undefined,
): DigestMatches {
  let opened: { bytes: Uint8Array; starts: Map<string, number> } | undefined;
  const open = (): typeof opened => {
    const bytes = opened ? undefined : load();
    if (bytes) opened = { bytes, starts: countStarts(data, tags, bytes) };
    return opened;
  };
  return (path, tag, digest) => {
    if (!DIGEST.test(digest)) return undefined;
    const index = open();
    const owner = ownerOf(data, path);
    const start = index?.starts.get(owner);
    const offset = tags(owner).indexOf(tag);
    if (!index || start === undefined || offset < 0 || !tags(path).includes(tag)) return undefined;
    const from = (start + offset) * PREFIX_BYTES;
    const prefix = index.bytes.subarray(from, from + PREFIX_BYTES);
    return toHex(prefix) === digest.slice('sha256:'.length, 'sha256:'.length + 2 * PREFIX_BYTES);
  };
}

/** Where each image begins; nothing at all if the file is of another snapshot. */
function countStarts(
  data: CatalogueData,
  tags: (path: string) => readonly string[],
  bytes: Uint8Array,
): Map<string, number> {
  const starts = new Map<string, number>();
  let count = 0;
  for (const path of Object.keys(data.images).sort()) {
    if (ownerOf(data, path) !== path) continue;
    starts.set(path, count);
    count += tags(path).length;
  }
  return count * PREFIX_BYTES === bytes.length ? starts : new Map();
}

/** kubernetes/X is the same promotion as X and is stored once. */
function ownerOf(data: CatalogueData, path: string): string {
  const bare = path.replace(/^kubernetes\//, '');
  return Object.hasOwn(data.images, bare) ? bare : path;
}

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
