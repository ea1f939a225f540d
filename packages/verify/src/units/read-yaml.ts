import { parse } from 'yaml';
import type { FileTree } from '../tree/file-tree.ts';

export type YamlMap = Readonly<Record<string, unknown>>;

/** Settings of charts and kustomizations are short. Bytes. */
const LARGEST = 4 * 2 ** 20;

/** The map that a file of the tree holds; empty where it holds none: whoever renders it will say why. */
export async function readYaml(tree: FileTree, path: string): Promise<YamlMap> {
  const entry = await tree.read(path);
  if (entry?.kind !== 'file' || entry.bytes.length > LARGEST) return {};
  try {
    return asMap(parse(entry.bytes.toString(), { uniqueKeys: false, logLevel: 'silent' }));
  } catch {
    return {};
  }
}

export function asMap(value: unknown): YamlMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as YamlMap) : {};
}

export function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
