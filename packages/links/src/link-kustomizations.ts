import type { FileAnalysis, Tree } from '@regmigrate/core';
import { deployedKustomization } from './deployments/deployed-kustomization.ts';
import type { Deployment } from './deployments/deployment.ts';
import { demoteUnproven } from './demote-unproven.ts';
import { linkedSets } from './judge/linked-set.ts';
import { lowerDoubtful } from './judge/lower-doubtful.ts';
import { Mentions } from './judge/mentions.ts';
import { settle } from './judge/settle.ts';
import { Verdicts } from './judge/verdicts.ts';
import { closureOf } from './kustomize/closure-of.ts';
import { fieldSpecsOf } from './kustomize/field-specs-of.ts';
import { findUsers } from './kustomize/find-users.ts';
import type { Kustomization } from './kustomize/kustomization.ts';
import type { KustomizeTree } from './kustomize/kustomize-tree.ts';
import type { Linked, LinkOptions } from './link-findings.ts';
import { lintEntries } from './lint/lint-entries.ts';
import { problemsOf } from './lint/problems-of.ts';
import { adoptUnused } from './simulate/adopt-unused.ts';
import { Build } from './simulate/build.ts';
import { namesOfInterest } from './simulate/names-of-interest.ts';
import type { Place } from './simulate/place.ts';
import { Readings } from './simulate/readings.ts';

/*
 * All kustomizations that use a file with findings are built: as they are, to see which places hang together,
 * and as they would be after the fixes, to see whether an entry would then match other images than today.
 */
export function linkKustomizations<T extends FileAnalysis>(
  analyses: readonly T[],
  tree: KustomizeTree,
  deployments: readonly Deployment[],
  { nameOf, covers, tree: files }: LinkOptions,
): Linked<T> {
  const withFindings = analyses.filter(({ findings }) => findings.length > 0);
  const found = new Set(withFindings.map(({ file }) => nameOf(file)));
  const asked = deployments.filter(({ file }) => found.has(file));
  const deployed = asked.flatMap(({ folder }) => tree.inFolder(folder)?.path ?? []);
  const used = findUsers(tree, [...found, ...deployed]);
  const users = [...used, ...deployedFrom(deployments, { used: new Set(used), found, tree, files })];
  const readings = new Readings(tree, {
    specs: fieldSpecsOf(tree, users),
    names: namesOfInterest(
      tree,
      users,
      withFindings.flatMap(({ findings }) => findings),
    ),
  });
  const mentions = new Mentions(analyses, nameOf);
  const looseInFile = (file: string): readonly Place[] =>
    mentions.inFile(file).map(({ span, old }) => readings.places.at('loose', file, { span, value: old }));
  const looseIn = (kustomization: Kustomization): readonly Place[] =>
    [...closureOf(tree, kustomization)].flatMap(looseInFile);
  const buildAll = (after: ReadonlyMap<Place, string>): Build => {
    const build = new Build({ tree, readings, looseIn, looseInFile, after });
    for (const kustomization of users) if (!kustomization.isComponent) build.build(kustomization);
    return build;
  };

  const build = buildAll(new Map());
  const overrides = withFindings.filter(({ findings }) =>
    findings.some(({ context }) => context === 'kustomize-image'),
  );
  const unused = adoptUnused(
    overrides.map(({ file }) => nameOf(file)),
    { tree, readings, build },
  );
  const places = readings.places.all;
  const sets = linkedSets(build, places, mentions);
  const reaches = new Map([...build.reaches.values()].map((reach) => [reach.placed.name, reach]));
  const verdicts = new Verdicts();
  const proven = [...new Set(sets.values())].filter((set) => !set.places.every((place) => unused.has(place)));
  demoteUnproven(analyses, verdicts, new Set(proven.flatMap(({ findings }) => findings)));
  lowerDoubtful(build, withFindings, { mentions, verdicts, tree, nameOf });
  const last = settle({ build, places, sets, reaches, mentions, verdicts, covers, rebuild: buildAll });

  const own = new Set(used.map(({ path }) => path));
  const isLinted = (file: string): boolean =>
    covers(file) && (own.has(file) || mentions.inFile(file).length > 0);
  const isRetired = (place: Place): boolean => mentions.at(place) !== undefined;
  return {
    analyses: analyses.map((analysis) => verdicts.apply(analysis)),
    lints: [...lintEntries({ before: build, after: last, isLinted, isRetired })],
    problems: problemsOf(build.unknowns).filter(({ file }) => covers(file)),
  };
}

/** What is built of the kustomizations in question, or of folders with the files in question, by deployments. */
function deployedFrom(
  deployments: readonly Deployment[],
  {
    used,
    found,
    tree,
    files,
  }: {
    readonly used: ReadonlySet<Kustomization>;
    readonly found: ReadonlySet<string>;
    readonly tree: KustomizeTree;
    readonly files: Tree;
  },
): readonly Kustomization[] {
  return deployments.flatMap((deployment) => {
    const { folder } = deployment;
    const own = tree.inFolder(folder);
    const isAsked = own
      ? used.has(own)
      : [...found].some((file) => folder === '.' || file.startsWith(`${folder}/`));
    return (isAsked ? deployedKustomization(deployment, tree, files) : undefined) ?? [];
  });
}
