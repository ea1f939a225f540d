// What the pages tell people to type must work: each `regmigrate …` in a block of shell is run on a small tree.
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { root } from './bootstrap.mjs';

const pages = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', ...listPages('docs')];
const read = (page) => readFileSync(join(root, page), 'utf8');
const manifest = 'image: k8s.gcr.io/pause:3.1\n';

function listPages(folder) {
  return readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `${folder}/${name}`);
}

/** The lines of `sh` blocks, and those behind `$ ` in `console` blocks, with continued ones joined. */
function shellLines(text) {
  const blocks = [...text.matchAll(/^```(sh|console)\n([^]*?)^```$/gm)];
  return blocks.flatMap(([, kind, body]) => {
    const lines = body.replace(/\\\n\s*/g, ' ').split('\n');
    return kind === 'sh' ? lines : lines.flatMap((line) => (line.startsWith('$ ') ? line.slice(2) : []));
  });
}

/** Each call of the command in a line, up to what the shell takes for itself: a list of arguments. */
function callsIn(line) {
  const plain = line.replace('npm run -s regmigrate --', 'regmigrate');
  const calls = plain.matchAll(/(?:^|\s)regmigrate((?:\s+(?:'[^']*'|[^\s|;&<>]+))*)/g);
  return [...calls].map(([, rest]) =>
    (rest.match(/'[^']*'|\S+/g) ?? []).map((word) => word.replaceAll("'", '')),
  );
}

const calls = pages.flatMap((page) =>
  shellLines(read(page)).flatMap((line) => callsIn(line).map((argv) => ({ page, argv }))),
);
/** Shown for the message that it gets. */
const wrong = '--formt';

const trees = [];
afterAll(() => trees.forEach((tree) => rmSync(tree, { recursive: true, force: true })));

function run(cwd, argv) {
  const bin = join(root, 'packages/cli/bin/regmigrate.js');
  const env = { ...process.env, XDG_STATE_HOME: join(cwd, '.state') };
  return spawnSync(process.execPath, [bin, ...argv], { cwd, env, input: manifest, encoding: 'utf8' });
}

describe('commands on the pages', () => {
  it('are found', () => {
    expect(calls.length).toBeGreaterThan(10);
  });

  it.each(calls)('$page: regmigrate $argv', ({ argv }) => {
    const tree = mkdtempSync(join(tmpdir(), 'regmigrate-pages-'));
    trees.push(tree);
    mkdirSync(join(tree, 'deploy'));
    writeFileSync(join(tree, 'deploy/web.yaml'), manifest);
    // So that there is something to undo.
    if (argv[0] === 'undo') run(tree, ['fix', 'deploy']);
    // What xargs would add.
    const { status, stderr } = run(tree, argv.at(-1) === '--' ? [...argv, 'deploy/web.yaml'] : argv);
    expect(argv.includes(wrong) ? [2] : [0, 1], stderr).toContain(status);
  });
});

describe('links on the pages', () => {
  const links = pages.flatMap((page) =>
    [...read(page).matchAll(/\]\((?!https?:)([^)#\s]+)/g)].map(([, target]) => ({ page, target })),
  );

  describe.each(links)('$page: $target', ({ page, target }) => {
    const file = join(dirname(page), target);
    it('is there', () => {
      expect(existsSync(join(root, file))).toBe(true);
    });
  });
});
