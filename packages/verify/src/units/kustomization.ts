import type { FileTree } from '../tree/file-tree.ts';
import { joinPath } from '../tree/tree-path.ts';
import { asList, asMap, readYaml, type YamlMap } from './read-yaml.ts';

const NAMES = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'] as const;

export const isKustomizationFile = (path: string): boolean =>
  /(?:^|\/)(?:kustomization\.ya?ml|Kustomization)$/.test(path);

export interface Kustomization {
  /** Paths of its file; kustomize refuses more than one. */
  readonly files: readonly string[];
  /** What it takes whole: files, folders with a kustomization of their own, and addresses. */
  readonly parts: readonly string[];
  /** Everything that kustomize would load by its path or address. */
  readonly loaded: readonly string[];
  /** Every short string in it: among them all files that it names, whatever the field. */
  readonly strings: readonly string[];
}

/** Undefined where the folder has no kustomization. */
export async function readKustomization(tree: FileTree, folder: string): Promise<Kustomization | undefined> {
  const files = NAMES.map((name) => joinPath(folder, name)).filter((path) => tree.paths.has(path));
  const [file] = files;
  if (file === undefined) return undefined;
  const map = await readYaml(tree, file);
  const parts = PARTS.flatMap((field) => asList(map[field])).filter(isPath);
  return {
    files,
    parts,
    loaded: [...parts, ...loadedBeside(map)],
    strings: [...stringsIn(map)],
  };
}

const PARTS = ['resources', 'bases', 'components', 'transformers', 'generators', 'validators'];
const FILES = ['crds', 'configurations', 'patchesStrategicMerge'];
const WITH_PATH = ['patches', 'patchesJson6902', 'replacements'];
const GENERATORS = ['configMapGenerator', 'secretGenerator'];

function loadedBeside(map: YamlMap): string[] {
  const generators = GENERATORS.flatMap((field) => asList(map[field])).map(asMap);
  return [
    ...FILES.flatMap((field) => asList(map[field])),
    ...WITH_PATH.flatMap((field) => asList(map[field])).map((entry) => asMap(entry)['path']),
    asMap(map['openapi'])['path'],
    ...generators.flatMap(({ files, envs, env }) => [
      // `key=path`
      ...asList(files).map((file) => (typeof file === 'string' ? file.slice(file.indexOf('=') + 1) : file)),
      ...asList(envs),
      env,
    ]),
  ].filter(isPath);
}

/** A document in place of a path is no path. */
const isPath = (value: unknown): value is string =>
  typeof value === 'string' && value !== '' && value.length < 1024 && !value.includes('\n');

function* stringsIn(value: unknown): Generator<string> {
  if (isPath(value)) {
    yield value;
    if (value.includes('=')) yield value.slice(value.indexOf('=') + 1);
  } else if (typeof value === 'object' && value !== null)
    for (const inner of Object.values(value)) yield* stringsIn(inner);
}
