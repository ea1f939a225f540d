import { promotedToRegistryK8sIo } from '../promoted-to-registry-k8s-io.ts';

const domains = ['us.gcr.io', 'eu.gcr.io', 'asia.gcr.io', 'gcr.io'];
/** Both spellings name one project: Docker before 1.8 did not take hyphens in a path. */
const paths = ['google_containers', 'google-containers'];

export default promotedToRegistryK8sIo({
  id: 'google-containers',
  summary: 'Move images of gcr.io/google_containers, the registry before k8s.gcr.io, to registry.k8s.io',
  names: domains.flatMap((domain) => paths.map((path) => ({ domain, path }))),
  carriedOver: 'catalogued',
  stillUsed: 'served',
});
