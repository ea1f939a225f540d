import { posix } from 'node:path';
import type { FileAnalysis } from '@regmigrate/core';
import { refsOf } from '../kustomize/find-users.ts';
import type { KustomizeTree } from '../kustomize/kustomize-tree.ts';
import type { Build } from '../simulate/build.ts';
import type { Unknown } from '../simulate/image-state.ts';
import { namePatternOf } from '../simulate/name-pattern.ts';
import type { Place } from '../simulate/place.ts';
import { namesOf } from '../updates/name-of.ts';
import { describePlace, describeUnknown } from './describe.ts';
import type { Mentions } from './mentions.ts';
import type { Verdicts } from './verdicts.ts';

/** What brings images from the tree itself; all else is somewhere else, or is linked. */
const FROM_TREE: ReadonlySet<Unknown['what']> = new Set([
  'chart',
  'cycle',
  'depth',
  'escaped',
  'generator',
  'link',
  'transformer',
]);

const UNSURE =
  'a transformer in quotes may change it by its name, and is not followed; write it as a block, or in a file';

interface Doubting {
  readonly mentions: Mentions;
  readonly verdicts: Verdicts;
  readonly tree: KustomizeTree;
  readonly nameOf: (path: string) => string;
}

/**
 * An entry whose images are not known may match any of its name, such as one in the values of a chart that the
 * kustomization renders. Whoever renames these drops the override, so they are for a person as the entry is.
 */
export function lowerDoubtful(
  { reaches, unknowns, unsure }: Build,
  analyses: readonly FileAnalysis[],
  { mentions, verdicts, tree, nameOf }: Doubting,
): void {
  for (const place of unsure) {
    const finding = mentions.findingAt(place);
    if (finding) verdicts.lower(finding, 'manual', UNSURE);
  }
  const doubts = unknowns
    .filter(({ what }) => FROM_TREE.has(what))
    .map((unknown) => ({ why: describeUnknown(unknown), folders: foldersOf(unknown, tree) }));
  const entries = [...reaches.values()].filter(({ unknown }) => unknown);
  if (doubts.length === 0 || entries.length === 0) return;
  const match = matcherOf(entries.map(({ placed }) => placed.name));
  for (const { file, findings } of analyses) {
    const path = nameOf(file);
    const doubt = doubts.find(({ folders }) => folders.some((folder) => isBelow(path, folder)));
    for (const finding of doubt ? findings : []) {
      const place = namesOf(finding).map(match).find(Boolean);
      if (!doubt || !place) continue;
      const reason = `${doubt.why} is not known and may be this, which ${describePlace(place)} overrides by its name; both must change together`;
      verdicts.lower(finding, 'manual', reason);
    }
  }
}

/** Where the images may come from that a kustomization brings in a way that is not followed. */
function foldersOf({ what, file }: Unknown, tree: KustomizeTree): readonly string[] {
  // What a link leads to has another name here.
  if (what === 'link') return ['.'];
  const folder = posix.dirname(file);
  const kustomization = tree.inFolder(folder);
  const paths = kustomization
    ? [...refsOf(kustomization)].flatMap((ref) => tree.pathOf(kustomization, ref) ?? [])
    : [];
  return [...new Set([folder, ...paths, ...paths.map((path) => posix.dirname(path))])];
}

const isBelow = (path: string, folder: string): boolean => folder === '.' || path.startsWith(`${folder}/`);

function matcherOf(places: readonly Place[]): (name: string) => Place | undefined {
  const names = new Map<string, Place>();
  const prefixes: (readonly [string, Place])[] = [];
  for (const place of places) {
    const pattern = namePatternOf(place.value);
    if (pattern.kind === 'pattern') prefixes.push([pattern.prefix, place]);
    else names.set(pattern.name, place);
  }
  return (name) => names.get(name) ?? prefixes.find(([prefix]) => name.startsWith(prefix))?.[1];
}
