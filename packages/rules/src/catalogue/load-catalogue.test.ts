import { describe, expect, it } from 'vitest';
import { loadCatalogue } from './load-catalogue.ts';

const catalogue = loadCatalogue();

describe('the shipped catalogue', () => {
  it('is loaded once', () => {
    expect(loadCatalogue()).toBe(catalogue);
    expect(catalogue.date >= '2024-06-06').toBe(true);
  });

  it.each([
    ['pause', '3.1', 'served'],
    ['pause', '3.9', 'served'],
    // The new path does not have what the old one had, nor the old one what came later.
    ['coredns', '1.7.0', 'served'],
    ['coredns', 'v1.8.6', 'absent'],
    ['coredns/coredns', 'v1.8.6', 'served'],
    ['metrics-server', 'v0.3.6', 'served'],
    ['metrics-server', 'v0.4.1', 'absent'],
    ['metrics-server/metrics-server', 'v0.4.1', 'served'],
    ['metrics-server/metrics-server', 'v0.3.6', 'absent'],
    ['cluster-autoscaler', 'v1.14.7', 'served'],
    ['autoscaling/cluster-autoscaler', 'v1.14.7', 'absent'],
    // On either side of the freeze.
    ['kube-apiserver', 'v1.26.2', 'served'],
    ['kube-apiserver', 'v1.26.3', 'after-freeze'],
    ['kube-apiserver-amd64', 'v1.26.3', 'after-freeze'],
    ['ingress-nginx/controller', 'v1.6.4', 'served'],
    ['ingress-nginx/controller', 'v1.7.0', 'after-freeze'],
    // Promised before the freeze, never released.
    ['kube-apiserver', 'v1.23.18', 'absent'],
    // A patch that came after the snapshot, and a far future.
    ['kube-apiserver', 'v1.29.6', 'unknown'],
    ['kube-apiserver', 'v1.99.0', 'unknown'],
    ['ingress-nginx/controller', 'v9.0.0', 'unknown'],
    ['hyperkube', 'v1.99.0', 'unknown'],
    ['nfs-provisioner', 'v1.0.8', 'unknown'],
  ])('%s:%s is %s', (path, tag, status) => {
    expect(catalogue.lookup(path, tag)).toBe(status);
  });

  it('has hyperkube, on one side of the freeze or the other', () => {
    expect(['served', 'present']).toContain(catalogue.lookup('hyperkube', 'v1.17.0'));
  });

  it('has no nfs-provisioner at the root', () => {
    expect(catalogue.has('nfs-provisioner')).toBe(false);
  });

  it('leads from a legacy image to its successor', () => {
    expect(catalogue.successors('coredns')).toContain('coredns/coredns');
    expect(catalogue.successors('pause')).toEqual([]);
  });

  it.each([
    ['kubernetes', 'kube-apiserver', 'kube-apiserver'],
    ['npd', 'node-problem-detector', 'node-problem-detector/node-problem-detector'],
    ['ingress-nginx', 'controller', 'ingress-nginx/controller'],
    ['test-infra', 'bootstrap', undefined],
  ])('promotes k8s-staging-%s/%s to %s', (project, image, path) => {
    expect(catalogue.stagingPath(project, image)).toBe(path);
  });
});
