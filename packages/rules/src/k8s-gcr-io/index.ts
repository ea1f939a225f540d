import { promotedToRegistryK8sIo } from '../promoted-to-registry-k8s-io.ts';

export default promotedToRegistryK8sIo({
  id: 'k8s-gcr-io',
  summary: 'Move images from the frozen k8s.gcr.io to registry.k8s.io',
  names: [{ domain: 'k8s.gcr.io' }],
  carriedOver: 'all',
});
