import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { folderWith, runIn } from '../../cli/test/run-in.ts';
import { listTrees, needsTool, testTool, type TreeCase } from '../src/index.ts';

/** A chart with one set of values, as `regmigrate verify --format=json` tells of it. */
interface Rendering {
  readonly path: string;
  readonly values: string | null;
  readonly status: string;
  readonly reason: string | null;
  readonly moved: number;
  readonly differences: readonly object[];
  readonly left: readonly { readonly reference: string }[];
}

const update = process.env['UPDATE'] === '1';

/** `rendered.json` says that a tree is for Helm; what its renderings are is written there with `UPDATE=1`. */
const expected = ({ folder }: TreeCase): URL => new URL('rendered.json', folder);

/** Fixes a copy of the tree and lets Helm render each chart of it, as it was and as it is. */
async function renderFixed({ folder }: TreeCase, helm: string): Promise<readonly Rendering[]> {
  const copy = folderWith({ '.git/HEAD': 'ref: refs/heads/main\n' });
  cpSync(fileURLToPath(new URL('input/', folder)), copy, { recursive: true });
  await runIn(copy, ['fix']);
  const { stdout, stderr } = await runIn(copy, ['verify', `--helm-bin=${helm}`, '--format=json']);
  expect(stderr).toBe('');
  return (JSON.parse(stdout) as { renderings: readonly Rendering[] }).renderings;
}

/** One line for each rendering: how many places moved, and which references the fix left to a person. */
function print(renderings: readonly Rendering[]): string {
  const lines = renderings.map(({ path, values, moved, left }) => ({
    chart: path,
    ...(values !== null && { values }),
    moved,
    ...(left.length > 0 && { left: left.map(({ reference }) => reference) }),
  }));
  return `[\n${lines.map((line) => `  ${JSON.stringify(line)}`).join(',\n')}\n]\n`;
}

const trees = listTrees().filter((tree) => existsSync(expected(tree)));

describe.each(['helm3', 'helm4'] as const)('with %s', (tool) => {
  needsTool(tool)('trees of charts after plain fix', () => {
    it.each(trees.map((tree) => [tree.name, tree] as const))(
      'trees/%s',
      { timeout: 120_000 },
      async (_, tree) => {
        const renderings = await renderFixed(tree, testTool(tool) ?? '');
        const wrong = renderings.filter(({ status }) => status === 'failed' || status === 'unproven');
        expect(wrong, 'what nothing announced').toEqual([]);
        if (update) writeFileSync(expected(tree), print(renderings));
        expect(print(renderings)).toBe(readFileSync(expected(tree), 'utf8'));
      },
    );
  });
});
