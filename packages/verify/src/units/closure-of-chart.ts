import type { FileTree } from '../tree/file-tree.ts';
import { folderOf, joinPath, resolvePath, transplant } from '../tree/tree-path.ts';
import { MOST_FILES, type Closure } from './closure.ts';
import { asList, asMap, readYaml } from './read-yaml.ts';

interface LocalDependency {
  readonly name: string;
  /** What follows `file://`. */
  readonly path: string;
}

/**
 * A chart's folder, and each local dependency (`file://…`) in the `charts` folder of the chart that names it: where
 * `helm dependency build` would put it. What stands there already is kept, but for archives that git ignores:
 * those are older copies of the same folder.
 */
export async function closureOfChart(tree: FileTree, folder: string): Promise<Closure> {
  const files = new Map<string, string>();
  const folders = [folder];
  const faults: string[] = [];

  async function place(from: string, at: string, chain: readonly string[]): Promise<void> {
    const paths = tree.paths.below(from);
    if (files.size + paths.length > MOST_FILES)
      return void faults.push(`it has more than ${MOST_FILES} files`);
    for (const path of paths) files.set(transplant(path, from, at), path);
    const charts = paths.filter((path) => isOwnChart(path.slice(from === '' ? 0 : from.length + 1)));
    for (const chart of charts.map(folderOf))
      for (const dependency of await localDependencies(tree, chart))
        await add(dependency, chart, transplant(chart, from, at), chain);
  }

  async function add(
    { name, path }: LocalDependency,
    chart: string,
    at: string,
    chain: readonly string[],
  ): Promise<void> {
    if (faults.length > 0) return;
    const target = resolvePath(chart, path);
    if (target === undefined)
      return void faults.push(`its dependency ${name} (file://${path}) lies outside of the tree`);
    if (!/^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/i.test(name))
      return void faults.push(`its dependency ${JSON.stringify(name)} has no name of a chart`);
    if (chain.includes(target))
      return void faults.push(`file:// dependencies form a circle: ${[...chain, target].join(' → ')}`);
    const beside = joinPath(at, 'charts');
    if (target.startsWith(`${joinPath(chart, 'charts')}/`) || files.has(`${beside}/${name}/Chart.yaml`))
      return;
    if (!tree.paths.has(joinPath(target, 'Chart.yaml')))
      return void faults.push(`its dependency ${name} (file://${path}) is not there`);
    for (const [archive, source] of files)
      if (isArchiveOf(archive, beside, name) && tree.ignored.has(source)) files.delete(archive);
    folders.push(target);
    await place(target, `${beside}/${name}`, [...chain, target]);
  }

  await place(folder, folder, [folder]);
  return { files, folders: [...new Set(folders)], remote: [], faults };
}

/** The chart itself and those in its `charts` folder, at any depth; not a chart that only lies somewhere in it. */
const isOwnChart = (path: string): boolean => /^(?:charts\/[^/]+\/)*Chart\.yaml$/.test(path);

function isArchiveOf(path: string, folder: string, name: string): boolean {
  if (!path.startsWith(`${folder}/${name}-`)) return false;
  return /^\d[^/]*\.tgz$/.test(path.slice(folder.length + name.length + 2));
}

async function localDependencies(tree: FileTree, chart: string): Promise<readonly LocalDependency[]> {
  const lists = await Promise.all(
    ['Chart.yaml', 'requirements.yaml'].map((name) => readYaml(tree, joinPath(chart, name))),
  );
  return lists
    .flatMap((list) => asList(list['dependencies']))
    .flatMap((entry): LocalDependency[] => {
      const { name, repository } = asMap(entry);
      if (typeof name !== 'string' || typeof repository !== 'string') return [];
      return repository.startsWith('file://') ? [{ name, path: repository.slice('file://'.length) }] : [];
    });
}
