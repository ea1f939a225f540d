/** The name by which locations refer to the folder that paths are relative to. */
export const SOURCE_ROOT = '%SRCROOT%';

/** A path as a URI reference; bytes that are no UTF-8 (lone surrogates U+DC80 to U+DCFF) are encoded as they are. */
export function artifactLocation(path: string): object {
  const uri = path.split('/').map(encodeSegment).join('/');
  if (path.startsWith('/')) return { uri: `file://${uri}` };
  if (/^[A-Za-z]:\//.test(path)) return { uri: `file:///${uri}` };
  return { uri, uriBaseId: SOURCE_ROOT };
}

function encodeSegment(segment: string): string {
  return segment.replace(/\p{Surrogate}|\P{Surrogate}+/gu, (run) => {
    const code = run.charCodeAt(0);
    if (run.length > 1 || code < 0xd800 || code > 0xdfff) return encodeURIComponent(run);
    return code >= 0xdc80 && code <= 0xdcff ? `%${(code - 0xdc00).toString(16).toUpperCase()}` : '%EF%BF%BD';
  });
}
