/** Schemes, git's own spellings, queries that only addresses have, and hosts that kustomize knows. */
const ADDRESS =
  /^[a-z][a-z0-9+.-]*:\/\/|^git::|^gh:|^[^/\s]+@[^/\s:]+:|^(?:www\.)?(?:github\.com|gitlab\.com|bitbucket\.org)[/:]|[?&](?:ref|version|timeout|submodules)=|\.git(?:[/?]|$)/i;
/** A host and at least two more components, as of any other server. */
const HOSTED = /^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}\/[^/]+\/./i;

/** Whether kustomize would fetch this, given that nothing of this path is in the tree. */
export function isRemote(address: string): boolean {
  return ADDRESS.test(address) || HOSTED.test(address);
}
