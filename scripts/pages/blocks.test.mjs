// What the pages tell people to type is typed here, in the tree of the shop, and must say what the pages show.
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { needsTool } from '../../packages/testkit/src/needs-tool.ts';
import { testTool } from '../../packages/testkit/src/test-tool.ts';
import { root } from '../bootstrap.mjs';
import { Shop } from '../pictures/shop.mjs';
import { plan, programs, stands } from './plan.mjs';
import { listPages, readBlocks } from './read-blocks.mjs';

const blocks = listPages().flatMap((page) => readBlocks(page).map((block) => ({ page, ...block })));
const named = (entries) => entries.map(({ page, first }) => `${page}: ${first}`).sort();

describe('the plan', () => {
  it('has each block once, and no others', () => {
    const planned = Object.entries(plan).flatMap(([page, entries]) =>
      Object.keys(entries).map((first) => ({ page, first })),
    );
    expect(named(blocks)).toEqual(named(planned));
  });

  it('gives reasons for what is not run, and codes for all else', () => {
    for (const entry of Object.values(plan).flatMap(Object.values))
      expect(entry.not?.length ?? entry.codes?.length, JSON.stringify(entry)).toBeGreaterThan(0);
  });
});

let shop;
beforeAll(() => {
  shop = new Shop();
  const git = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim();
  for (const [name, script] of Object.entries(stands)) shop.addProgram(name, script.replaceAll('$GIT', git));
  for (const [name, tool] of Object.entries(programs)) {
    const path = testTool(tool);
    if (path) shop.linkProgram(name, path);
  }
});
afterEach(() => shop.reset());
afterAll(() => shop.remove());

function run(command, { beside, clone }) {
  const env = {
    CLONE: root,
    GITHUB_STEP_SUMMARY: join(shop.folder, '../summary.md'),
    PAGES: join(root, 'fixtures/pages'),
  };
  const cwd = beside ? mkdtempSync(join(shop.folder, '../beside-')) : clone ? root : shop.folder;
  return shop.try(command, { env, cwd });
}

function commandsOf({ body, commands }, { beside, file, then }) {
  if (beside) return [{ command: body }];
  if (!file) return commands;
  shop.write(file, body);
  chmodSync(join(shop.folder, file), 0o755);
  return then.map((command) => ({ command }));
}

for (const block of blocks) {
  const entry = plan[block.page]?.[block.first];
  // The plan as a whole is tested above.
  if (!entry || entry.not) continue;
  const missing = (entry.needs ?? []).find((name) => !testTool(programs[name]));
  const group = missing ? needsTool(programs[missing]) : describe;
  group(`${block.page}: ${block.first}`, () => {
    it('does what the page says', () => {
      if (entry.before) shop.sh(entry.before);
      const commands = commandsOf(block, entry);
      const ran = commands.map(({ command }) => run(command, entry));
      const codes = ran.map(({ code }) => code);
      expect(codes, ran.map(({ said }) => said).join('\n')).toEqual(entry.codes);
      for (const [index, { output }] of commands.entries())
        if (output !== undefined) expect(ran[index].said).toBe(output);
    });
  });
}
