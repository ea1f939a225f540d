import type { NormalizedName, Reference } from '../model/reference.ts';

const DOCKER_HUB = 'docker.io';
/** Other spellings of Docker Hub: the legacy index of distribution/reference, and the host that serves it. */
const DOCKER_HUB_SPELLINGS = new Set([DOCKER_HUB, 'index.docker.io', 'registry-1.docker.io']);

/**
 * The name with the defaults of Docker Hub filled in (`nginx` → `docker.io/library/nginx`), for matching.
 * Hosts have no case, but the variables in a templated one have.
 */
export function normalizeName({ domain, path }: Pick<Reference, 'domain' | 'path'>): NormalizedName {
  const host = (domain?.templated ? domain.value : domain?.value.toLowerCase()) ?? DOCKER_HUB;
  if (!DOCKER_HUB_SPELLINGS.has(host)) return { domain: host, path: path.value };
  return { domain: DOCKER_HUB, path: path.value.includes('/') ? path.value : `library/${path.value}` };
}
