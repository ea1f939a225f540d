import type { Release, Tree } from '@regmigrate/core';
import { readReleases } from '@regmigrate/formats';
import type { LocatedAnalysis } from '../locate.ts';
import { foldersAbove } from './folders-above.ts';
import type { WholeTree } from './whole-tree.ts';

const YAML = /\.(?:ya?ml|gotmpl)$/;
/** A place in an object has the object before it: `Deployment/web spec.replicas`. */
const IN_OBJECT = /^(?!document )\S+ /;

export interface Releases {
  /** Those that may tell something of the files of the run. */
  readonly releases: readonly Release[];
  /** Whether they may tell something of this one. */
  concern(path: string): boolean;
}

/**
 * The releases that the whole repository declares of charts that the files lie in, or with the files for values.
 * `analyses`: what each file by itself tells. Searched only where there are values.
 */
export async function findReleases(
  paths: readonly string[],
  analyses: ReadonlyMap<string, LocatedAnalysis>,
  { tree, whole }: { readonly tree: Tree; readonly whole: WholeTree },
): Promise<Releases> {
  const asked = new Set(paths.filter((path) => mayBeReleased(path, analyses.get(path), tree)));
  if (asked.size === 0) return { releases: [], concern: () => false };
  const files = await whole.yaml();
  const releases = files.flatMap((path) => readReleases({ path, text: tree.read(path) ?? '', tree }));
  const valuesFiles = new Set(releases.flatMap(({ values }) => values.map(({ path }) => tree.nameOf(path))));
  const charts = new Set(releases.map(({ chart }) => tree.nameOf(chart)));
  const concern = (path: string): boolean =>
    asked.has(path) &&
    (valuesFiles.has(tree.nameOf(path)) ||
      foldersAbove(path).some((folder) => charts.has(tree.nameOf(folder))));
  return { releases, concern };
}

/** Whether a file lies in a chart, or is YAML without objects in which something is, or was not, found. */
function mayBeReleased(path: string, analysis: LocatedAnalysis | undefined, tree: Tree): boolean {
  if (foldersAbove(path).some((folder) => tree.list(folder).includes('Chart.yaml'))) return true;
  if (!YAML.test(path)) return false;
  return (
    !analysis || [...analysis.findings, ...analysis.kept].some(({ locator = '' }) => !IN_OBJECT.test(locator))
  );
}
