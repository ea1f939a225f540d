import { expect, test } from 'vitest';
import { normalizeName } from './normalize-name.ts';
import { parseReference } from './parse-reference.ts';

test.each([
  ['nginx', 'docker.io', 'library/nginx'],
  ['library/nginx', 'docker.io', 'library/nginx'],
  ['bitnami/redis:7', 'docker.io', 'bitnami/redis'],
  ['docker.io/nginx', 'docker.io', 'library/nginx'],
  ['index.docker.io/nginx', 'docker.io', 'library/nginx'],
  ['registry-1.docker.io/library/nginx', 'docker.io', 'library/nginx'],
  ['Docker.io/nginx', 'docker.io', 'library/nginx'],
  ['docker.io/a/b', 'docker.io', 'a/b'],
  ['k8s.gcr.io/pause', 'k8s.gcr.io', 'pause'],
  ['K8S.GCR.IO/pause', 'k8s.gcr.io', 'pause'],
  ['docker.io:443/nginx', 'docker.io:443', 'nginx'],
  ['localhost/nginx', 'localhost', 'nginx'],
  ['host:5000', 'docker.io', 'library/host'],
  ['k8s.gcr.io', 'docker.io', 'library/k8s.gcr.io'],
  ['${Registry}/nginx', '${Registry}', 'nginx'],
  ['${Registry}.GCR.io/nginx', '${Registry}.GCR.io', 'nginx'],
])('%s means %s and %s', (text, domain, path) => {
  const parsed = parseReference(text);
  expect(parsed.ok && normalizeName(parsed.reference)).toEqual({ domain, path });
});
