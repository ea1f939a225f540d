import type { FileTree } from '../tree/file-tree.ts';
import { findCharts } from './find-charts.ts';
import { findKustomizations } from './find-kustomizations.ts';
import type { Unit } from './unit.ts';

/**
 * The units that the paths speak of, which go from the root: those that lie in one, those that one lies in, and
 * those that use something in one. Bases and library charts are proven that way.
 */
export async function selectUnits(tree: FileTree, paths: readonly string[]): Promise<readonly Unit[]> {
  const units = [...(await findCharts(tree)), ...(await findKustomizations(tree))];
  return units.filter(({ kind, folder, closure }) =>
    paths.some(
      (path) =>
        closure.folders.some((used) => isIn(used, path)) ||
        (kind === 'chart' ? isIn(path, folder) : [...closure.files.values()].includes(path)),
    ),
  );
}

const isIn = (path: string, folder: string): boolean =>
  folder === '' || path === folder || path.startsWith(`${folder}/`);
