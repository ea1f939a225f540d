import type { FileAnalysis } from '@regmigrate/core';
import type { Build } from '../simulate/build.ts';
import type { Unknown } from '../simulate/image-state.ts';
import { namePatternOf } from '../simulate/name-pattern.ts';
import { splitImage } from '../simulate/split-image.ts';
import { describePlace, describeUnknown } from './describe.ts';
import type { Mentions } from './mentions.ts';
import type { Verdicts } from './verdicts.ts';

/** What of the tree itself a build may take from anywhere; all else is somewhere else, or is linked. */
const ANYWHERE: ReadonlySet<Unknown['what']> = new Set([
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

/**
 * An entry whose images are not known may match any of its name, such as one in the values of a chart that the
 * kustomization renders. Whoever renames these drops the override, so they are for a person as the entry is.
 */
export function lowerDoubtful(
  { reaches, unknowns, unsure }: Build,
  analyses: readonly FileAnalysis[],
  { mentions, verdicts }: { readonly mentions: Mentions; readonly verdicts: Verdicts },
): void {
  for (const place of unsure) {
    const finding = mentions.findingAt(place);
    if (finding) verdicts.lower(finding, 'manual', UNSURE);
  }
  const unknown = unknowns.find(({ what }) => ANYWHERE.has(what));
  if (!unknown) return;
  const names = new Map<string, string>();
  const prefixes = new Map<string, string>();
  for (const { placed, unknown: own } of reaches.values()) {
    if (!own) continue;
    const pattern = namePatternOf(placed.name.value);
    const told = ANYWHERE.has(own.what) ? own : unknown;
    const reason = `${describeUnknown(told)} is not known and may be this, which ${describePlace(placed.name)} overrides by its name; both must change together`;
    if (pattern.kind === 'pattern') prefixes.set(pattern.prefix, reason);
    else names.set(pattern.name, reason);
  }
  for (const { findings } of analyses)
    for (const finding of findings) {
      const { name } = splitImage(finding.old);
      const reason = names.get(name) ?? [...prefixes].find(([prefix]) => name.startsWith(prefix))?.[1];
      if (reason !== undefined) verdicts.lower(finding, 'manual', reason);
    }
}
