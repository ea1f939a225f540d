import type { RuleRoom } from '../rule-room.ts';

const messages = {
  released: '{old} is a build that its registry deletes after 90 days; it was released as {new}',
  unreleased:
    '{old} is a build that its registry deletes after 90 days; choose a released tag from registry.k8s.io',
  'never-released':
    '{old} comes from a project that releases nothing to registry.k8s.io; it is used by builds',
  'push-target': '{old} is where releases are built; nothing is to be moved unless something pulls from it',
};

/** Registries that Kubernetes projects push builds to, before promotion; never for end users. */
const k8sStaging: RuleRoom = (catalogue) => ({
  id: 'k8s-staging',
  summary: 'Replace builds from Kubernetes’ staging registries by the released images',
  names: [
    { domain: 'gcr.io', path: 'k8s-staging-*' },
    { domain: '*-docker.pkg.dev', path: 'k8s-staging-images/*' },
    { domain: 'staging-k8s.gcr.io' },
  ],
  messages,
  decide({ prefix, path, tag, exact }) {
    if (path === '' || tag === undefined || !exact.path || !exact.tag)
      return { kind: 'keep', code: 'push-target' };
    const project = /k8s-staging-(?:images\/)?(.+)$/.exec(prefix)?.[1];
    const released = project === undefined ? undefined : catalogue().stagingPath(project, path);
    if (released === undefined) return { kind: 'keep', code: 'never-released' };
    if (!catalogue().tags(released).includes(tag))
      return { kind: 'advise', code: 'unreleased', severity: 'warning' };
    return {
      kind: 'move',
      code: 'released',
      to: { domain: 'registry.k8s.io', path: released },
      applicability: 'manual',
      severity: 'warning',
    };
  },
});

export default k8sStaging;
