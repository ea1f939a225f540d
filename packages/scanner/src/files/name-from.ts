import { relative, resolve, sep } from 'node:path';

/** The one spelling of a path: from the working directory, with `/`. */
export const nameFrom = (cwd: string, path: string): string =>
  relative(cwd, resolve(cwd, path)).replaceAll(sep, '/') || '.';
