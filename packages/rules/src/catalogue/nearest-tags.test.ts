import { expect, it } from 'vitest';
import { loadCatalogue } from './load-catalogue.ts';
import { nearestTags } from './nearest-tags.ts';

const catalogue = loadCatalogue();

it.each([
  ['autoscaling/cluster-autoscaler', 'v1.14.7', ['v1.14.8', 'v1.15.6']],
  ['coredns', 'v1.8.6', ['1.7.0', '1.6.7']],
  ['kube-apiserver', 'v1.23.18', ['v1.23.17', 'v1.23.16']],
  ['kube-apiserver', 'v1.23.18-rc.1', ['v1.23.18-rc.0', 'v1.23.17']],
  ['etcd', '3.5.7', ['3.5.7-0', '3.5.8-0']],
])('%s:%s', (path, tag, expected) => {
  expect(nearestTags(catalogue, path, tag, 2)).toEqual(expected);
});

it('gives the newest when the tag is no version', () => {
  expect(nearestTags(catalogue, 'coredns', 'latest', 2)).toEqual(['1.7.0', '1.6.7']);
});

it('gives nothing for an image not in the data', () => {
  expect(nearestTags(catalogue, 'nfs-provisioner', 'v1.0.0', 3)).toEqual([]);
});
