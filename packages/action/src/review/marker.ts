import { createHash } from 'node:crypto';

const MARKER = /<!-- regmigrate:([0-9a-f]{24}) -->/;

/** An invisible line of a comment that says what it is about. The same line of a file gets the same, wherever it stands. */
export function markerOf(path: string, line: string, said: string): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([path, line, said]))
    .digest('hex');
  return `<!-- regmigrate:${digest.slice(0, 24)} -->`;
}

/** The marker in a comment; undefined in those of others. */
export function findMarker(body: string): string | undefined {
  return MARKER.exec(body)?.[0];
}
