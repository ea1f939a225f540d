import { describe, expect, it } from 'vitest';
import type { CatalogueData } from './catalogue.ts';
import { createCatalogue } from './create-catalogue.ts';

const data: CatalogueData = {
  source: 'test',
  commit: '0',
  licence: 'Apache-2.0',
  date: '2024-01-01',
  pool: ['1.8.8 1.8.9', '1.8.9 1.8.17', 'v1.2.0 v1.2.2', 'v1.3.0', ''],
  images: {
    'addon-resizer': 'l0',
    'autoscaling/addon-resizer': 's1',
    'cloud-provider-gcp/driver': 's2',
    'kubernetes/tool': 's2 a3',
    'late/tool': 'a2',
    'mixed/tool': 'p2',
    'nothing/tagged': 'l4',
    tool: 's2 a3',
  },
  successors: { 'addon-resizer': ['autoscaling/addon-resizer'] },
  staging: { tools: ['', 'kubernetes'] },
};

/** The digest of each tag of the data, in its order, begins with its number. */
const bytes = new Uint8Array(13 * 6).map((_, index) => Math.floor(index / 6) + 1);
const digest = (number: number): string =>
  `sha256:${number.toString(16).padStart(2, '0').repeat(6)}${'f'.repeat(52)}`;

describe('createCatalogue', () => {
  const catalogue = createCatalogue(data);

  it.each([
    ['tool', 'v1.2.0', 'served'],
    ['tool', 'v1.3.0', 'after-freeze'],
    ['mixed/tool', 'v1.2.0', 'present'],
    ['tool', 'v1.2.1', 'absent'],
    ['tool', 'v1.2.3', 'unknown'],
    ['tool', 'latest', 'unknown'],
    ['late/tool', 'v1.2.1', 'unknown'],
    ['cloud-provider-gcp/driver', 'v1.2.1', 'unknown'],
    ['addon-resizer', '99.0', 'absent'],
    ['addon-resizer', 'v1.31.0', 'unknown'],
    ['nowhere', 'v1', 'unknown'],
    ['constructor', 'v1', 'unknown'],
  ])('%s:%s is %s', (path, tag, status) => {
    expect(catalogue.lookup(path, tag)).toBe(status);
  });

  it('lists tags of both sides of the freeze', () => {
    expect(catalogue.tags('tool')).toEqual(['v1.2.0', 'v1.2.2', 'v1.3.0']);
    expect(catalogue.tags('nothing/tagged')).toEqual([]);
    expect(catalogue.tags('nowhere')).toEqual([]);
  });

  it('knows successors', () => {
    expect(catalogue.successors('addon-resizer')).toEqual(['autoscaling/addon-resizer']);
    expect(catalogue.successors('toString')).toEqual([]);
  });

  it.each([
    ['tools', 'tool', 'tool'],
    ['late', 'tool', 'late/tool'],
    ['late', 'other', undefined],
    ['nowhere', 'tool', undefined],
  ])('promotes k8s-staging-%s/%s to %s', (project, image, path) => {
    expect(catalogue.stagingPath(project, image)).toBe(path);
  });
});

describe('digestMatches', () => {
  const catalogue = createCatalogue(data, () => bytes);

  it('tells the same tag of two images apart', () => {
    expect(catalogue.digestMatches('addon-resizer', '1.8.9', digest(2))).toBe(true);
    expect(catalogue.digestMatches('autoscaling/addon-resizer', '1.8.9', digest(2))).toBe(false);
    expect(catalogue.digestMatches('autoscaling/addon-resizer', '1.8.9', digest(4))).toBe(true);
  });

  it('reads kubernetes/X from X', () => {
    expect(catalogue.digestMatches('kubernetes/tool', 'v1.2.0', digest(11))).toBe(
      catalogue.digestMatches('tool', 'v1.2.0', digest(11)),
    );
  });

  it('says nothing without a known tag, a whole digest, or digests of this snapshot', () => {
    expect(catalogue.digestMatches('tool', 'v9', digest(1))).toBeUndefined();
    expect(catalogue.digestMatches('tool', 'v1.2.0', 'sha256:01')).toBeUndefined();
    expect(createCatalogue(data).digestMatches('tool', 'v1.2.0', digest(1))).toBeUndefined();
    const other = createCatalogue(data, () => bytes.subarray(6));
    expect(other.digestMatches('tool', 'v1.2.0', digest(1))).toBeUndefined();
  });
});
