import type { RuleRoom } from '../rule-room.ts';

const messages = {
  misspelled: '{old} names a host that does not exist; meant is {new}',
  'misspelled-host': '{old} is not the Kubernetes registry; meant may be registry.k8s.io',
};

/** Spellings that were released in real manifests, and slips of the same kind. */
const misspelled = [
  'registry.k8.io',
  'kregistry.k8s.io',
  'registry.k8s.io8s.io',
  'registry.gcr.io',
  'registry.k8s.gcr.io',
  'registry.k8sgcr.io',
  'registry.ks8.io',
  'registry.k8s.com',
  'registery.k8s.io',
  'regsitry.k8s.io',
  'k8s.registry.io',
  'registry-k8s.io',
];

const misspelledRegistry: RuleRoom = (catalogue) => ({
  id: 'misspelled-registry',
  summary: 'Find mistyped spellings of registry.k8s.io',
  names: misspelled.map((domain) => ({ domain })),
  messages,
  decide({ path, exact }) {
    if (path === '' || !exact.path || !catalogue().has(path))
      return { kind: 'advise', code: 'misspelled-host', severity: 'warning' };
    return {
      kind: 'move',
      code: 'misspelled',
      to: { domain: 'registry.k8s.io', path },
      applicability: 'unsafe',
      severity: 'error',
    };
  },
});

export default misspelledRegistry;
