import { promotedToRegistryK8sIo } from '../promoted-to-registry-k8s-io.ts';

const domains = ['us.gcr.io', 'eu.gcr.io', 'asia.gcr.io', 'gcr.io'];

export default promotedToRegistryK8sIo({
  id: 'k8s-artifacts-prod',
  summary: 'Move images from the stores behind the Kubernetes registries to registry.k8s.io',
  names: [
    ...domains.map((domain) => ({ domain, path: 'k8s-artifacts-prod' })),
    { domain: '*-docker.pkg.dev', path: 'k8s-artifacts-prod/images' },
  ],
  carriedOver: 'all',
  stillUsed: 'pushed-to',
});
