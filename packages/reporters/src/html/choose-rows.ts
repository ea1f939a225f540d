import type { TreeNode } from './build-tree.ts';

/** A line of the picture: a node, or how many smaller ones beside it are left out. */
export interface TreeRow {
  readonly depth: number;
  readonly node?: TreeNode;
  readonly hidden: readonly TreeNode[];
}

/** Children of one folder that are shown. */
const MOST_CHILDREN = 8;

/** The fullest folders are opened first, as long as there is room for what is in them. */
export function chooseRows(root: TreeNode, most: number): TreeRow[] {
  const open = new Set<TreeNode>();
  const closed = [root];
  let rows = 1;
  for (;;) {
    closed.sort((a, b) => b.total - a.total);
    const next = closed.findIndex(({ children }) => {
      return children.length > 0 && rows + Math.min(children.length, MOST_CHILDREN + 1) <= most;
    });
    const [node] = next < 0 ? [] : closed.splice(next, 1);
    if (!node) break;
    open.add(node);
    rows += Math.min(node.children.length, MOST_CHILDREN + 1);
    closed.push(...node.children.slice(0, MOST_CHILDREN));
  }
  return list(root, 0, open);
}

function list(node: TreeNode, depth: number, open: ReadonlySet<TreeNode>): TreeRow[] {
  const row = { depth, node, hidden: [] };
  if (!open.has(node)) return [row];
  const hidden = node.children.slice(MOST_CHILDREN);
  return [
    row,
    ...node.children.slice(0, MOST_CHILDREN).flatMap((child) => list(child, depth + 1, open)),
    ...(hidden.length === 0 ? [] : [{ depth: depth + 1, hidden }]),
  ];
}
