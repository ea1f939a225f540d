import type { FileAnalysis, FileProblem, Finding } from '@regmigrate/core';
import type { Deployment } from './deployments/deployment.ts';
import { deploymentPattern } from './deployments/deployment-pattern.ts';
import { readDeployments } from './deployments/read-deployments.ts';
import { demoteUnproven } from './demote-unproven.ts';
import { Verdicts } from './judge/verdicts.ts';
import { linkKustomizations } from './link-kustomizations.ts';
import { belowKustomization } from './kustomize/below-kustomization.ts';
import { KustomizeTree } from './kustomize/kustomize-tree.ts';
import { linkUpdates, type UpdateOptions } from './updates/link-updates.ts';

export interface LinkOptions extends UpdateOptions {
  /** All kustomization files of the repository. Asked only where some may matter. */
  readonly kustomizations: () => Promise<readonly string[]>;
}

/** The analyses of a run with the verdicts that only all files together give. */
export interface Linked<T extends FileAnalysis> {
  readonly analyses: readonly T[];
  /** What is odd about the links themselves, in files that may have no analysis. */
  readonly lints: readonly Finding[];
  /** What of the links was not understood. */
  readonly problems: readonly FileProblem[];
}

/** Finds what must change together, and lowers each verdict to what that allows. */
export async function linkFindings<T extends FileAnalysis>(
  analyses: readonly T[],
  options: LinkOptions,
): Promise<Linked<T>> {
  const linked = await linkOverrides(analyses, options);
  return { ...linked, analyses: await linkUpdates(linked.analyses, options) };
}

async function linkOverrides<T extends FileAnalysis>(
  analyses: readonly T[],
  options: LinkOptions,
): Promise<Linked<T>> {
  const deployments = await findDeployments(analyses, options);
  if (deployments.length === 0 && !mayBeLinked(analyses, options)) {
    const verdicts = new Verdicts();
    demoteUnproven(analyses, verdicts, new Set());
    return { analyses: analyses.map((analysis) => verdicts.apply(analysis)), lints: [], problems: [] };
  }
  const paths = await options.kustomizations();
  const kustomizations = new KustomizeTree(options.tree, paths, options.nameOf);
  return linkKustomizations(analyses, kustomizations, deployments, options);
}

/** What of the tree is deployed with other images; their entries may have the new names already. */
async function findDeployments(
  analyses: readonly FileAnalysis[],
  { tree, nameOf, filesWith }: LinkOptions,
): Promise<readonly Deployment[]> {
  if (!analyses.some(({ findings }) => findings.some(isImage))) return [];
  // One that is named although Git ignores it is searched for by nobody.
  const named = analyses.filter(({ findings }) => findings.some(isEntry)).map(({ file }) => file);
  const files = new Set([...named, ...(await filesWith(deploymentPattern))].map(nameOf));
  return [...files].toSorted().flatMap((file) => readDeployments(file, tree.read(file) ?? '', tree));
}

const isEntry = ({ context }: Finding): boolean => context === 'kustomize-image';

const isImage = ({ context }: Finding): boolean =>
  context === 'kustomize-image' || context === 'image-field' || context === 'embedded-manifest';

/** Whether any file with findings lies where a kustomization may list it, or overrides something itself. */
function mayBeLinked(analyses: readonly FileAnalysis[], { tree, nameOf }: LinkOptions): boolean {
  const isBelow = belowKustomization(tree);
  return analyses.some(
    ({ file, findings }) =>
      findings.some(({ context }) => context === 'kustomize-image' || context === 'patch-test') ||
      (findings.length > 0 && isBelow(nameOf(file))),
  );
}
