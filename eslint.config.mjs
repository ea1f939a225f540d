import js from '@eslint/js';
import globals from 'globals';
import { defineConfig, globalIgnores } from 'eslint/config';
import { builtinRules } from 'eslint/use-at-your-own-risk';
import tseslint from 'typescript-eslint';

/** Which of our packages each package may import. Imports go one way. */
const mayImport = {
  core: [],
  rules: ['core'],
  formats: ['core'],
  reporters: ['core'],
  config: ['core', 'rules'],
  links: ['core', 'formats'],
  scanner: ['core', 'rules', 'formats', 'links'],
  fixer: ['core', 'scanner'],
  verify: ['core', 'formats', 'scanner', 'fixer'],
  cli: ['core', 'rules', 'formats', 'reporters', 'config', 'links', 'scanner', 'fixer', 'verify'],
  action: ['reporters'],
  testkit: ['core', 'rules', 'formats', 'reporters', 'config', 'links', 'scanner', 'fixer', 'verify', 'cli'],
};

/** What reaches outside, and where it may be used, as globs below packages/. */
const effects = [
  {
    modules: ['fs', 'fs/promises'],
    where: [
      'scanner/src/**',
      'fixer/src/**',
      'verify/src/**',
      'testkit/src/**',
      'config/src/load/**',
      'cli/src/main.ts',
      'cli/src/baseline/baseline-file.ts',
      'cli/src/init/starter-file.ts',
      'cli/src/output/**',
      'cli/src/report/report-file.ts',
      'rules/src/catalogue/load-*.ts',
      'action/src/event.ts',
      'action/src/run-action.ts',
      'action/src/step-summary.ts',
      'action/src/command/report.ts',
      'action/src/review/read-tree-file.ts',
    ],
  },
  {
    modules: ['child_process'],
    where: ['scanner/src/**', 'cli/src/main.ts', 'action/src/run-program.ts'],
  },
  { modules: ['execa'], where: ['verify/src/render/run-program.ts'] },
  { modules: ['process'], where: ['cli/src/main.ts', 'action/src/main.ts'] },
];

const source = (name) => `packages/${name}/src/**/*.ts`;
const tests = ['packages/*/src/**/*.test.ts', 'packages/*/test/**/*.ts'];

/** Both `import … from` and `import()`: the core rule sees only the first. */
function restrictImports(bans) {
  return {
    'no-restricted-imports': ['error', { patterns: bans.map(({ regex, message }) => ({ regex, message })) }],
    'no-restricted-syntax': [
      'error',
      ...bans.map(({ regex, message }) => ({
        selector: `ImportExpression[source.value=/${regex.replaceAll('/', '\\/')}/]`,
        message,
      })),
    ],
  };
}

const published = (name) => (name === 'cli' ? 'regmigrate' : `@regmigrate/${name}`);

function packageBans(name) {
  const allowed = mayImport[name].map(published);
  const banned = Object.keys(mayImport)
    .map(published)
    .filter((other) => !allowed.includes(other));
  return [
    {
      regex: `^(${banned.join('|')})(/|$)`,
      message: `${published(name)} may import ${allowed.join(', ') || 'none of our packages'}.`,
    },
    {
      regex: `^(\\.\\./)+(${Object.keys(mayImport).join('|')})/(src|dist)/`,
      message: 'Import other packages by name.',
    },
  ];
}

const effectBan = ({ modules, where }) => ({
  regex: `^(node:)?(${modules.join('|')})$`,
  message: `Only in packages/${where.join(', packages/')}.`,
});

/**
 * One block for each package, then one for each place inside it that may do more. Options of a rule do not
 * add up between blocks, so each block states them whole.
 */
const boundaries = Object.keys(mayImport).flatMap((name) => {
  const whole = effects.filter(({ where }) => where.includes(`${name}/src/**`));
  const places = new Set(effects.flatMap(({ where }) => where.filter((glob) => glob.startsWith(`${name}/`))));
  places.delete(`${name}/src/**`);
  const bansAt = (place) =>
    effects.filter((effect) => !whole.includes(effect) && !effect.where.includes(place)).map(effectBan);
  const block = (files, place) => ({
    files,
    rules: restrictImports([...packageBans(name), ...bansAt(place)]),
  });
  return [
    block([source(name)], undefined),
    ...[...places].map((place) => block([`packages/${place}`], place)),
  ];
});

/** The few rules that no plugin has in this form. */
const ours = {
  rules: {
    'default-export': {
      create: (context) => ({
        ExportDefaultDeclaration: (node) => context.report({ node, message: 'Export by name.' }),
        'ExportSpecifier[exported.name="default"]': (node) =>
          context.report({ node, message: 'Export by name.' }),
      }),
    },
    // The core rule under a second name, so that a file can be long before it is too long.
    'long-file': builtinRules.get('max-lines'),
  },
};

const length = (max) => ({ max, skipBlankLines: false, skipComments: false });

export default defineConfig([
  globalIgnores([
    '**/dist/',
    '**/node_modules/',
    '**/coverage/',
    '.cache/',
    'fixtures/',
    'packages/*/src/**/fixtures/',
  ]),
  js.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: { eqeqeq: ['error', 'always'], 'object-shorthand': 'error', 'prefer-const': 'error' },
  },
  { files: ['**/*.{js,mjs,cjs}'], languageOptions: { globals: globals.node } },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strict],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/consistent-type-exports': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/no-unnecessary-type-assertion': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/prefer-readonly': 'error',
      '@typescript-eslint/return-await': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  { plugins: { regmigrate: ours } },
  {
    files: ['packages/*/src/**/*.ts'],
    rules: {
      'max-lines': ['error', length(300)],
      'regmigrate/long-file': ['warn', length(200)],
      'regmigrate/default-export': 'error',
      'no-console': 'error',
      'no-restricted-globals': ['error', { name: 'process', message: 'Only in the main.ts of a package.' }],
    },
  },
  ...boundaries,
  {
    files: ['packages/{rules,formats,reporters}/src/*/index.ts'],
    rules: { 'regmigrate/default-export': 'off' },
  },
  {
    files: ['packages/{cli,action}/src/main.ts'],
    rules: { 'no-console': 'off', 'no-restricted-globals': 'off' },
  },
  // Whether a missing program fails a test or skips it is for the environment to say, and for people to read.
  { files: ['packages/testkit/src/test-tool.ts'], rules: { 'no-restricted-globals': 'off' } },
  { files: ['packages/testkit/src/needs-tool.ts'], rules: { 'no-console': 'off' } },
  {
    files: tests,
    rules: {
      'max-lines': 'off',
      'regmigrate/long-file': 'off',
      'regmigrate/default-export': 'off',
      'no-console': 'off',
      'no-restricted-globals': 'off',
      'no-restricted-imports': 'off',
      'no-restricted-syntax': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
]);
