import fc from 'fast-check';

const names = [
  'k8s.gcr.io',
  'gcr.io/google_containers',
  'us.gcr.io/google-containers',
  'eu.gcr.io/k8s-artifacts-prod',
  'europe-west1-docker.pkg.dev/k8s-artifacts-prod/images',
  'gcr.kubernetes.io',
  'gcr.io/k8s-staging-descheduler',
  'staging-k8s.gcr.io',
  'registry.k8.io',
  'registry.k8s.io',
  'K8s.Gcr.Io',
  'k8s\\.gcr\\.io',
];
const before = [
  '',
  '',
  '',
  '',
  'docker://',
  'https://',
  'mirror.example.com/',
  'x',
  '.',
  '-',
  '{{ .x }}',
  '${X:-',
  '\\n',
];
const paths = [
  '',
  '/pause',
  '/coredns',
  '/sig-storage/csi-attacher',
  '/lantern',
  '/$NAME',
  '/{{ .x }}',
  '/',
  '//',
];
const tails = [
  '',
  ':3.1',
  ':v1.8.6',
  ':{{ .tag }}',
  ':${TAG}',
  '@sha256:',
  `:3.5@sha256:${'0'.repeat(64)}`,
  ':',
  '-amd64:3.1',
  '}',
  '*',
];

/** Something that holds a retired name, or nearly. */
export const referenceText: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom(...before),
    fc.constantFrom(...names),
    fc.constantFrom(...paths),
    fc.constantFrom(...tails),
  )
  .map((parts) => parts.join(''));
