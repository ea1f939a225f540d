/**
 * Whether kustomize would fetch it: a web address, or a git repository in any of the spellings that it takes.
 * Asked only of what is no file or folder of the tree.
 */
export function isRemote(ref: string): boolean {
  return (
    /^[a-z][a-z+.-]*::?\/\/|^[a-z]+::/i.test(ref) ||
    /^[\w.-]+@[\w.-]+:/.test(ref) ||
    /[?&](?:ref|version|timeout|submodules)=/.test(ref) ||
    /^(?:www\.)?(?:github|gitlab|bitbucket)\.(?:com|org)[/:]/i.test(ref) ||
    /^[\w-]+(?:\.[\w-]+)+(?::\d+)?\/.*(?:\.git(?:\/|$)|_git\/|\/\/)/.test(ref)
  );
}
