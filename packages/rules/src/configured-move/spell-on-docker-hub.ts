import { dockerHubSpellings } from './docker-hub.ts';
import type { SoughtName } from './sought-name.ts';

const LIBRARY = 'library';

/**
 * Docker Hub has several names, and an image with a path of one component is in `library/`: `docker.io/nginx` and
 * `index.docker.io/library/nginx` are one (distribution/reference, normalize.go).
 */
export function spellOnDockerHub(own: SoughtName, path: string): readonly SoughtName[] {
  const isPlain = path !== '' && !path.includes('*');
  const isOfLibrary = path.startsWith(`${LIBRARY}/`) && !path.slice(LIBRARY.length + 1).includes('/');
  return dockerHubSpellings.flatMap((domain): readonly SoughtName[] => {
    const spelled = { ...own, from: path === '' ? domain : `${domain}/${path}` };
    if (!isPlain) return [spelled];
    // Below `docker.io/nginx` are images of somebody with this name.
    if (isOfLibrary)
      return [spelled, { ...own, from: `${domain}/${path.slice(LIBRARY.length + 1)}`, components: 0 }];
    if (path === LIBRARY) return [spelled, { ...own, from: domain, components: 1 }];
    if (path.includes('/')) return [spelled];
    const rank = own.rank - LIBRARY.length - 1;
    return [
      { ...spelled, rank },
      { ...own, from: `${domain}/${LIBRARY}/${path}`, except: [], rank },
    ];
  });
}
