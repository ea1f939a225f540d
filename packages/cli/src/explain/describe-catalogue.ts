import { parseReference } from '@regmigrate/core';
import { nearestTags, type Catalogue, type TagStatus } from '@regmigrate/rules';
import { toPrintable, wrap } from '@regmigrate/reporters';
import type { Page } from './page.ts';

const REGISTRY = 'registry.k8s.io';
const SOURCE = `https://github.com/kubernetes/k8s.io/tree/main/${REGISTRY}`;
const NEAREST = 5;

/** What the catalogue knows of an image of registry.k8s.io; nothing for any other registry. */
export function describeCatalogue(text: string, load: () => Catalogue, { paint, width }: Page): string[] {
  const parsed = parseReference(text);
  if (!parsed.ok || parsed.reference.domain?.value !== REGISTRY) return [];
  const { path, tag, digest } = parsed.reference;
  if (path.templated) return [];
  const catalogue = load();
  const facts = catalogue.has(path.value)
    ? knownImage(catalogue, path.value, tag?.templated ? undefined : tag?.value, digest?.value)
    : [`There is no image ${path.value}.`, ...successors(catalogue, path.value)];
  return [
    `${paint.dim('known')}  The catalogue of ${REGISTRY}, as of ${catalogue.date}`,
    ...facts.flatMap((fact) => wrap(toPrintable(fact), width - 7)).map((line) => `       ${line}`),
    `       ${SOURCE}`,
  ];
}

function knownImage(
  catalogue: Catalogue,
  path: string,
  tag: string | undefined,
  digest: string | undefined,
): string[] {
  const { length } = catalogue.tags(path);
  const facts = [`${path} is there with ${length} ${length === 1 ? 'tag' : 'tags'}.`];
  if (tag !== undefined) facts.push(STATUS[catalogue.lookup(path, tag)].replace('{tag}', tag));
  if (tag !== undefined && digest !== undefined) {
    const matches = catalogue.digestMatches(path, tag, digest);
    if (matches !== undefined) facts.push(`The digest ${matches ? 'is' : 'is not'} the one of this tag.`);
  }
  const near = nearestTags(catalogue, path, tag ?? '', NEAREST).filter((near) => near !== tag);
  if (near.length > 0)
    facts.push(`${tag === undefined ? 'Newest tags' : 'Nearest tags'}: ${near.join(', ')}`);
  return [...facts, ...successors(catalogue, path)];
}

const STATUS: Readonly<Record<TagStatus, string>> = {
  served: 'Tag {tag} exists; k8s.gcr.io served it before the freeze of 2023-04-03.',
  'after-freeze':
    'Tag {tag} exists; it came after the freeze of 2023-04-03, so k8s.gcr.io never had it itself.',
  present: 'Tag {tag} exists; whether it came before the freeze of 2023-04-03 is not recorded.',
  absent: 'Tag {tag} does not exist.',
  unknown: 'Whether tag {tag} exists is not recorded.',
};

function successors(catalogue: Catalogue, path: string): string[] {
  const paths = catalogue.successors(path);
  return paths.length === 0 ? [] : [`Continued as: ${paths.map((next) => `${REGISTRY}/${next}`).join(', ')}`];
}
