import { isDockerHub } from './docker-hub.ts';
import type { Move } from './move.ts';
import type { SoughtName } from './sought-name.ts';
import { spellOnDockerHub } from './spell-on-docker-hub.ts';
import { splitName } from './split-name.ts';

/**
 * All spellings of what a normalized move moves. An image's own name beats a folder that holds it, a longer folder
 * a shorter one, and any of them a wildcard.
 */
export function spellMove(move: Move): readonly SoughtName[] {
  const { from, except = [] } = move;
  const { domain, path } = splitName(from);
  const own: SoughtName = {
    move,
    from,
    except: except.map((name) => name.slice(from.length + 1)),
    rank: (from.includes('*') ? 10_000 : 0) - from.length,
  };
  // To write Docker Hub in another way is the move of a spelling.
  const isSpelling = path === '' && isDockerHub(splitName(move.to).domain);
  return isDockerHub(domain) && !isSpelling ? spellOnDockerHub(own, path) : [own];
}
