import type { FileAnalysis } from '@regmigrate/core';
import type { Build } from '../simulate/build.ts';
import type { Unknown } from '../simulate/image-state.ts';
import { namePatternOf } from '../simulate/name-pattern.ts';
import { splitImage } from '../simulate/split-image.ts';
import { describePlace, describeUnknown } from './describe.ts';
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

/**
 * An entry whose images are not known may match any of its name, such as one in the values of a chart that the
 * kustomization renders. Whoever renames these drops the override, so they are for a person as the entry is.
 */
export function lowerDoubtful(
  { reaches, unknowns }: Build,
  analyses: readonly FileAnalysis[],
  verdicts: Verdicts,
): void {
  const unknown = unknowns.find(({ what }) => ANYWHERE.has(what));
  if (!unknown) return;
  const names = new Map(namesInQuotes(unknowns, analyses));
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

/** Retired names in texts that are not followed, which may be entries themselves. */
function* namesInQuotes(
  unknowns: readonly Unknown[],
  analyses: readonly FileAnalysis[],
): Generator<readonly [string, string]> {
  const quoting = new Map(unknowns.flatMap((at) => (at.what === 'escaped' ? [[at.file, at] as const] : [])));
  for (const { file, findings } of analyses) {
    const unknown = quoting.get(file);
    if (!unknown) continue;
    const reason = `${describeUnknown(unknown)} is not known and may override this by its name; both must change together`;
    for (const { context, old } of findings)
      if (context !== 'kustomize-image') yield [splitImage(old).name, reason];
  }
}
