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
  { reaches, unsure }: Build,
  analyses: readonly FileAnalysis[],
  { mentions, verdicts, tree, nameOf }: Doubting,
): void {
  for (const place of unsure) {
    const finding = mentions.findingAt(place);
    if (finding) verdicts.lower(finding, 'manual', UNSURE);
  }
  const folders = new Map<Unknown, readonly string[]>();
  const doubts = [...reaches.values()].flatMap(({ placed, unknowns }) =>
    [...unknowns].flatMap((unknown) => {
      if (!FROM_TREE.has(unknown.what)) return [];
      const known = folders.get(unknown) ?? foldersOf(unknown, tree);
      folders.set(unknown, known);
      return [{ unknown, folders: known, matches: matcherOf(placed.name), name: placed.name }];
    }),
  );
  if (doubts.length === 0) return;
  for (const { file, findings } of analyses) {
    const path = nameOf(file);
    const near = doubts.filter(({ folders }) => folders.some((folder) => isBelow(path, folder)));
    for (const finding of near.length > 0 ? findings : []) {
      const names = namesOf(finding);
      const doubt = near.find(({ matches }) => names.some(matches));
      if (!doubt) continue;
      const reason = `${describeUnknown(doubt.unknown)} is not known and may be this, which ${describePlace(doubt.name)} overrides by its name; both must change together`;
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

function matcherOf({ value }: Place): (name: string) => boolean {
  const pattern = namePatternOf(value);
  return pattern.kind === 'pattern'
    ? (name) => name.startsWith(pattern.prefix)
    : (name) => name === pattern.name;
}
