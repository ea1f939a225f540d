import type { Decision, NamePattern, RetiredReference } from '@regmigrate/core';
import type { Catalogue } from './catalogue/catalogue.ts';
import { nearestTags } from './catalogue/nearest-tags.ts';
import type { RuleRoom } from './rule-room.ts';

interface Retirement {
  readonly id: string;
  readonly summary: string;
  readonly names: readonly NamePattern[];
  /**
   * `all`: everything that the name served was promoted, so the move is right whatever the image is.
   * `catalogued`: the name may hold images that were never promoted; only known ones can move.
   */
  readonly carriedOver: 'all' | 'catalogued';
  /** Set where the name goes on in another use, so that only what is pulled from it can move. */
  readonly stillUsed?: 'served' | 'pushed-to';
}

const messages = {
  moved:
    '{old} is frozen since 2023-04-03 and will go away; registry.k8s.io serves what it served, under the same path',
  unchecked:
    'what {old} names is known only later; registry.k8s.io has all that was promoted, under the same paths',
  'after-freeze':
    '{image}:{tag} was published after the freeze of 2023-04-03: it is pulled through a redirect that may end any day',
  'unknown-image':
    '{image} is not among the images that were ever promoted; it may be an example, or a mistake',
  'not-carried-over': '{image} is not on registry.k8s.io; find out who publishes it today',
  served:
    '{old} is still served by Google, for images of its own too; what is pulled from it should come from {new}',
  'pushed-to': '{old} is where images are promoted to; what is pulled from it should come from {new}',
  'absent-tag': '{image} has no tag {tag}, here or on registry.k8s.io; near it are {nearest}',
  'tag-not-carried-over':
    '{image}:{tag} is not on registry.k8s.io; Google may still serve it under the old name; near it are {nearest}',
  successor: '{image} has no tag {tag}; {successor} has it',
  'digest-differs': '{image}:{tag} has another digest in the catalogue; the digest decides what is pulled',
};
export type PromotionCode = keyof typeof messages;

const TARGET = 'registry.k8s.io';

/** Names whose images live on at registry.k8s.io under the same path, tag and digest. */
export function promotedToRegistryK8sIo({ id, summary, names, ...retirement }: Retirement): RuleRoom {
  return (catalogue) => ({
    id,
    summary,
    names,
    messages,
    decide: (reference) => decide(reference, retirement, catalogue),
  });
}

function decide(
  { path, tag, digest, exact, inField }: RetiredReference,
  { carriedOver, stillUsed }: Pick<Retirement, 'carriedOver' | 'stillUsed'>,
  catalogue: () => Catalogue,
): Decision<PromotionCode> {
  const sure = carriedOver === 'all' ? 'safe' : 'unsafe';
  const data = { image: path, tag: tag ?? '' };
  const move = { kind: 'move', to: { domain: TARGET, path }, severity: 'warning', data } as const;

  const pushed = stillUsed === 'pushed-to' && (!exact.path || (tag ?? digest) === undefined);
  if (stillUsed && (!inField || path === '' || pushed))
    return { ...move, code: stillUsed, applicability: 'manual' };
  if (path === '') return { ...move, code: 'moved', applicability: 'safe' };
  if (!exact.path) return { ...move, code: 'unchecked', applicability: stillUsed ? 'unsafe' : sure };
  const known = catalogue();
  if (!known.has(path)) {
    if (known.isPrefix(path)) return { ...move, code: 'moved', applicability: 'safe' };
    // The old name redirects every path to the new one, so nothing is lost that was there.
    if (carriedOver === 'all') return { ...move, code: 'unknown-image', applicability: 'safe' };
    return { kind: 'advise', code: 'not-carried-over', severity: 'warning', data };
  }
  if (!exact.tag) return { ...move, code: 'moved', applicability: sure };
  if (tag === undefined) {
    // Without a tag, `latest` is pulled where the name is used as it is.
    const pullable = carriedOver === 'all' || known.tags(path).includes('latest');
    return { ...move, code: 'moved', applicability: pullable ? 'safe' : 'unsafe' };
  }

  const status = known.lookup(path, tag);
  if (status === 'absent') {
    const replacement = replacementFor(path, tag, inField, known);
    // Google may serve what was never promoted, so only a tag that is known elsewhere can be offered.
    return carriedOver === 'all' || replacement.code === 'successor'
      ? replacement
      : { ...replacement, code: 'tag-not-carried-over', applicability: 'manual' };
  }
  if (digest !== undefined && known.digestMatches(path, tag, digest) === false)
    return { ...move, code: 'digest-differs', applicability: 'safe', severity: 'error' };
  if (status === 'after-freeze')
    return { ...move, code: 'after-freeze', applicability: 'safe', severity: 'error' };
  return { ...move, code: 'moved', applicability: status === 'unknown' ? sure : 'safe' };
}

/** Outside fields the path stays as written: there it may be part of a longer text or of a comparison. */
function replacementFor(
  path: string,
  tag: string,
  inField: boolean,
  known: Catalogue,
): Extract<Decision<PromotionCode>, { kind: 'move' }> {
  const successor = inField
    ? known.successors(path).find((candidate) => known.tags(candidate).includes(tag))
    : undefined;
  const nearest = nearestTags(known, path, tag, 3).join(', ');
  return {
    kind: 'move',
    code: successor === undefined ? 'absent-tag' : 'successor',
    to: { domain: TARGET, path: successor ?? path },
    applicability: 'unsafe',
    severity: 'error',
    data: { image: path, tag, nearest, successor: `${TARGET}/${successor ?? path}` },
  };
}
