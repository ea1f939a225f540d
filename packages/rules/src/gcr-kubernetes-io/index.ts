import { promotedToRegistryK8sIo } from '../promoted-to-registry-k8s-io.ts';

export default promotedToRegistryK8sIo({
  id: 'gcr-kubernetes-io',
  summary: 'Move images from gcr.kubernetes.io, a name given up in 2017, to registry.k8s.io',
  names: [{ domain: 'gcr.kubernetes.io' }],
  carriedOver: 'catalogued',
});
