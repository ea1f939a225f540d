/** `gcr.io/team/app` → its registry, and the path on it without slashes at its ends. */
export function splitName(name: string): { readonly domain: string; readonly path: string } {
  const slash = name.indexOf('/');
  if (slash < 0) return { domain: name, path: '' };
  return { domain: name.slice(0, slash), path: name.slice(slash + 1).replace(/\/+$/, '') };
}
