// `npm run new -- rule|format|reporter <id>`: a room to fill, and its first cases.
import { existsSync, mkdirSync, writeFileSync } from 'fs';
import { dirname, join } from 'path';
import { BootstrapError, root } from './bootstrap.mjs';

const page = (id, summary, ...headings) =>
  [`# ${id}`, `${summary}.`, ...headings.map((heading) => `## ${heading}\n\n…`)].join('\n\n') + '\n';

const templates = {
  rule: (id) => ({
    [`packages/rules/src/${id}/index.ts`]: `import type { RuleRoom } from '../rule-room.ts';

const messages = {
  moved: '{old} has moved to {new}',
};

const room: RuleRoom = () => ({
  id: '${id}',
  summary: 'Move images of example.com to registry.example.com',
  names: [{ domain: 'example.com', path: '${id}' }],
  messages,
  decide: ({ path }) => ({
    kind: 'move',
    code: 'moved',
    to: { domain: 'registry.example.com', path },
    applicability: 'unsafe',
    severity: 'warning',
  }),
});

export default room;
`,
    [`packages/rules/src/${id}/README.md`]: page(
      id,
      'Move images of example.com to registry.example.com',
      'What it finds',
      'Why',
      'Before and after',
      'How safe the fix is',
      'When not to use it',
      'Sources',
    ),
    [`fixtures/rules/${id}/moved/input.yaml`]: `image: example.com/${id}/lantern:1.0\n`,
    [`fixtures/rules/${id}/quiet/input.yaml`]: 'image: registry.example.com/lantern:1.0\n',
  }),
  format: (id) => ({
    [`packages/formats/src/${id}/index.ts`]: `import type { Format } from '@regmigrate/core';

export default {
  id: '${id}',
  summary: 'Files of ${id}',
  accepts: ({ path }) => path.endsWith('.${id}'),
  read: (_file, tokens) => ({ placements: tokens.map(() => ({ context: 'text' })), problems: [] }),
} satisfies Format;
`,
    [`packages/formats/src/${id}/README.md`]: page(
      id,
      `Files of ${id}`,
      'What it reads',
      'What it leaves alone',
      'Known gaps',
    ),
    [`fixtures/formats/${id}/names/input.${id}`]: 'k8s.gcr.io/pause:3.1\n',
    [`fixtures/formats/${id}/nothing-retired/input.${id}`]: 'registry.k8s.io/pause:3.9\n',
  }),
  reporter: (id) => ({
    [`packages/reporters/src/${id}/index.ts`]: `import type { Reporter } from '@regmigrate/core';

export default {
  id: '${id}',
  summary: 'Reports for ${id}',
  render: () => '',
  // How what you write begins, and nothing else does: an earlier report is replaced, another file never.
  wrote: () => false,
} satisfies Reporter;
`,
    [`packages/reporters/src/${id}/README.md`]: page(id, `Reports for ${id}`, 'How columns count'),
    [`fixtures/reporters/${id}/nothing/report.json`]: '{ "report": { "filesScanned": 3 } }\n',
  }),
};

const next = {
  rule: 'Fill it, then: npm run gen, and UPDATE=1 npm test -- testkit.',
  format:
    'Fill it, give it a place in packages/formats/src/rooms.ts, then: npm run gen, and UPDATE=1 npm test -- testkit.',
  reporter: 'Fill it, then: npm run gen, and UPDATE=1 npm test -- reporters.',
};

try {
  const [kind, id] = process.argv.slice(2);
  if (!Object.hasOwn(templates, kind ?? '') || !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id ?? ''))
    throw new BootstrapError('usage: npm run new -- rule|format|reporter <id>, the id in kebab-case.');
  const files = templates[kind](id);
  const taken = Object.keys(files).find((file) => existsSync(join(root, file)));
  if (taken) throw new BootstrapError(`${taken} is there already.`);
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
    process.stdout.write(`${file}\n`);
  }
  process.stdout.write(`\n${next[kind]}\n`);
} catch (error) {
  if (!(error instanceof BootstrapError)) throw error;
  process.stderr.write(`regmigrate: ${error.message}\n`);
  process.exitCode = 2;
}
