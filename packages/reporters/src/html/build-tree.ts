import type { Entry, State } from './entry.ts';

/** A folder or file with all that is in it or below. `name` may be several folders that hold nothing but the next. */
export interface TreeNode {
  readonly name: string;
  readonly path: string;
  readonly counts: ReadonlyMap<State, number>;
  readonly total: number;
  /** The fullest first. */
  readonly children: readonly TreeNode[];
}

interface Growing {
  readonly counts: Map<State, number>;
  readonly children: Map<string, Growing>;
}

export function buildTree(entries: readonly Entry[]): TreeNode {
  const root = sprout();
  for (const { state, mention } of entries) {
    let node = root;
    add(node, state);
    for (const name of mention.file.split('/')) {
      const child = node.children.get(name) ?? sprout();
      node.children.set(name, child);
      add(child, state);
      node = child;
    }
  }
  return finish('.', '', root);
}

function sprout(): Growing {
  return { counts: new Map(), children: new Map() };
}

function add({ counts }: Growing, state: State): void {
  counts.set(state, (counts.get(state) ?? 0) + 1);
}

function finish(name: string, path: string, { counts, children }: Growing): TreeNode {
  const finished = [...children].map(([child, node]) =>
    finish(child, path === '' ? child : `${path}/${child}`, node),
  );
  const [only] = finished;
  if (only && finished.length === 1)
    return { ...only, name: name === '.' ? only.name : `${name}/${only.name}` };
  const total = [...counts.values()].reduce((sum, number) => sum + number, 0);
  return { name, path, counts, total, children: finished.sort((a, b) => b.total - a.total) };
}
