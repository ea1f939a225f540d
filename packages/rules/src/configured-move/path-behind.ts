import type { RetiredReference } from '@regmigrate/core';
import { isDockerHub } from './docker-hub.ts';
import type { SoughtName } from './sought-name.ts';
import { splitName } from './split-name.ts';

interface Behind {
  readonly path: string;
  /** Why it is not sure. */
  readonly doubt?: string;
}

/** The path behind the new name: that behind the old one, with the `library/` that only Docker Hub leaves out. */
export function pathBehind(
  { path, exact }: RetiredReference,
  { from, components }: SoughtName,
  to: string,
): Behind {
  const isFamiliar = isDockerHub(from) && components === undefined && path !== '' && !path.includes('/');
  if (!isFamiliar || isDockerHub(splitName(to).domain)) return { path };
  return exact.path ? { path: `library/${path}` } : { path, doubt: OF_LIBRARY };
}

const OF_LIBRARY =
  'an image that Docker Hub has in library/ is there elsewhere, too, and which one this is stands elsewhere';
