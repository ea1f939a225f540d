import type { FileTree } from '../tree/file-tree.ts';
import { folderOf } from '../tree/tree-path.ts';
import { closureOfChart } from './closure-of-chart.ts';
import { readYaml } from './read-yaml.ts';
import type { Unit } from './unit.ts';

/**
 * The charts that are rendered by themselves: not those in the `charts` folder of another, and no libraries,
 * which render nothing. Both are proven through the charts that use them.
 */
export async function findCharts(tree: FileTree): Promise<readonly Unit[]> {
  const folders = [...tree.paths].filter((path) => /(?:^|\/)Chart\.yaml$/.test(path)).map(folderOf);
  const all = new Set(folders);
  const units: Unit[] = [];
  for (const folder of folders) {
    if (isSubchart(folder, all)) continue;
    if ((await readYaml(tree, folder === '' ? 'Chart.yaml' : `${folder}/Chart.yaml`))['type'] === 'library')
      continue;
    units.push({ kind: 'chart', folder, closure: await closureOfChart(tree, folder) });
  }
  return units;
}

function isSubchart(folder: string, all: ReadonlySet<string>): boolean {
  for (const match of folder.matchAll(/(?:^|\/)charts\//g))
    if (all.has(folder.slice(0, match.index)) && folder.length > match.index + match[0].length) return true;
  return false;
}
