// Proves the tool on real charts and overlays: writes each tree of a list out as it was at a commit, runs
// `fix` and then `verify` on it, and makes the table of docs/proofs.md.
//
//   node scripts/prove-migrations.mjs --list scripts/proofs/charts.json --mirror DIR [--cli FILE] [--out FILE.json]
//                                     [--only OWNER/NAME] [--kind chart|kustomization] [-- more arguments of verify]
//
// The list holds `{ "repository": "owner/name", "commit": "…", "folders": […] }`; a mirror is a git directory
// DIR/<owner>+<name>/repo. The network is not used.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values: options, positionals } = parseArgs({
  options: {
    list: { type: 'string' },
    mirror: { type: 'string' },
    cli: {
      type: 'string',
      default: fileURLToPath(new URL('../packages/cli/bin/regmigrate.js', import.meta.url)),
    },
    out: { type: 'string' },
    only: { type: 'string' },
    kind: { type: 'string' },
  },
  allowPositionals: true,
});
if (!options.list || !options.mirror) {
  console.error('prove-migrations: --list and --mirror are needed');
  process.exit(2);
}

const list = JSON.parse(readFileSync(options.list, 'utf8')).filter(
  ({ repository }) => options.only === undefined || repository === options.only,
);
const proofs = [];
const queue = [...list];
await Promise.all(
  Array.from({ length: availableParallelism() }, async () => {
    for (let next = queue.shift(); next; next = queue.shift()) proofs.push(await prove(next));
  }),
);
proofs.sort((a, b) => (a.repository < b.repository ? -1 : a.repository > b.repository ? 1 : 0));
if (options.out) writeFileSync(options.out, `${JSON.stringify(proofs, null, 1)}\n`);
console.log(tableOf(proofs));

async function prove({ repository, commit, folders }) {
  const dir = mkdtempSync(join(tmpdir(), 'prove-'));
  try {
    writeOut(repository, commit, dir);
    const paths = folders.map((folder) => (folder === '' ? '.' : folder));
    const fix = await run(dir, ['fix', '--format=json', ...paths]);
    const verify = await run(dir, ['verify', '--format=json', ...positionals, ...paths]);
    const report = parse(fix.stdout);
    const verification = parse(verify.stdout);
    return {
      repository,
      commit,
      folders: folders.length,
      fixed: report?.fixed?.length ?? report?.summary?.fixed ?? 0,
      renderings: (verification?.renderings ?? []).filter(
        ({ kind }) => options.kind === undefined || kind === options.kind,
      ),
      ...(verification ? {} : { error: (verify.stderr || fix.stderr).trim().slice(0, 500) }),
    };
  } finally {
    rmSync(dir, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The tree of a commit as a repository of its own, whose last commit is that state. */
function writeOut(repository, commit, dir) {
  const base = join(options.mirror, repository.replace('/', '+'), 'repo');
  const gitDir = existsSync(join(base, 'HEAD')) ? base : join(base, '.git');
  const tree = join(dir, '.');
  mkdirSync(tree, { recursive: true });
  const index = { ...process.env, GIT_INDEX_FILE: join(dir, '.index') };
  const from = ['--git-dir', gitDir, '--work-tree', tree];
  git([...from, 'read-tree', commit], { env: index });
  git([...from, 'checkout-index', '--all', '--force', '--quiet'], { env: index, mayFail: true });
  rmSync(join(dir, '.index'), { force: true });
  git(['init', '--quiet', tree]);
  // Otherwise Git tidies up in the background while the folder is removed.
  git(['-C', tree, 'config', 'gc.auto', '0']);
  git(['-C', tree, 'add', '--all', '--force'], { mayFail: true });
  git([
    '-C',
    tree,
    '-c',
    'user.name=proof',
    '-c',
    'user.email=proof@example.com',
    'commit',
    '--quiet',
    '-m',
    commit,
  ]);
}

function git(args, { env = process.env, mayFail = false } = {}) {
  const { status, stderr } = spawnSync('git', args, { env, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (status !== 0 && !mayFail) throw new Error(`git ${args.join(' ')}: ${stderr}`);
}

function run(cwd, args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [options.cli, ...args], { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    const output = { stdout: '', stderr: '' };
    for (const stream of ['stdout', 'stderr'])
      child[stream].setEncoding('utf8').on('data', (text) => (output[stream] += text));
    child.on('close', (code) => resolve({ code, ...output }));
  });
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Units are charts or overlays: the worst of a unit's renderings counts. */
function tableOf(proofs) {
  const order = ['unchanged', 'proven', 'left', 'unproven', 'failed'];
  const head = [
    'repository',
    'commit',
    'units',
    'rendered',
    'proven',
    'unchanged',
    'left',
    'failed',
    'not rendered',
  ];
  const rows = proofs.map(({ repository, commit, renderings }) => {
    const units = new Map();
    for (const { kind, path, status } of renderings) {
      const key = `${kind} ${path}`;
      const worst = units.get(key) ?? 'unchanged';
      units.set(key, order.indexOf(status) > order.indexOf(worst) ? status : worst);
    }
    const count = (wanted) => [...units.values()].filter((status) => status === wanted).length;
    const rendered = units.size - count('unproven');
    return [
      repository,
      commit.slice(0, 10),
      units.size,
      rendered,
      count('proven'),
      count('unchanged'),
      count('left'),
      count('failed'),
      count('unproven'),
    ];
  });
  const sum = [
    'all',
    '',
    ...[2, 3, 4, 5, 6, 7, 8].map((column) => rows.reduce((total, row) => total + row[column], 0)),
  ];
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [
    line(head),
    line(head.map((_, index) => (index < 2 ? '---' : '--:'))),
    ...rows.map(line),
    line(sum),
  ].join('\n');
}
