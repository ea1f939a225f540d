import { isAbsolute, relative, sep } from 'node:path';

/** Whether the path is the folder or lies in it, by its name alone: links are not looked at. */
export function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}
