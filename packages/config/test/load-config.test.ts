import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '@regmigrate/core';
import { describe, expect, it } from 'vitest';
import { loadConfig } from '../src/loader.ts';
import { folderWith } from './folder.ts';

const rules = ['k8s-gcr-io', 'configured-move'];
const options = (cwd: string) => ({ cwd, rules, code: true });

/** The message of the usage error that a configuration ends with. */
async function faultOf(name: string, text: string, code = true): Promise<string> {
  const cwd = folderWith({ [name]: text });
  const error = await loadConfig(name, { cwd, rules, code }).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(UsageError);
  return (error as UsageError).message.replaceAll(cwd, '');
}

describe('a configuration', () => {
  it.each([
    ['.regmigrate.yaml', 'version: 1\nignore: [a]\n'],
    ['regmigrate.config.json', '{\n\t"version": 1,\n\t"ignore": ["a"]\n}'],
    ['package.json', '{"name": "x", "regmigrate": {"ignore": ["a"]}}'],
    ['regmigrate.config.mjs', 'export default { ignore: ["a"] };\n'],
    ['regmigrate.config.js', 'module.exports = { ignore: ["a"] };\n'],
  ])('is read from %s', async (name, text) => {
    expect((await loadConfig(name, options(folderWith({ [name]: text })))).ignore).toEqual(['a']);
  });

  it.each(['', '# nothing yet\n', '---\n'])('may be empty: %j', async (text) => {
    const cwd = folderWith({ '.regmigrate.yaml': text });
    expect(await loadConfig('.regmigrate.yaml', options(cwd))).toMatchObject({ ignore: [], moves: [] });
  });

  it('extends others, which it overrules', async () => {
    const cwd = folderWith({
      '.regmigrate.yaml': 'extends: [./base/a.yaml, shared]\nrules: {k8s-gcr-io: error}\nignore: [own]\n',
      'base/a.yaml': 'extends: ../b.json\nrules: {k8s-gcr-io: off, configured-move: error}\nignore: [a]\n',
      'b.json': '{"ignore": ["b"], "moves": [{"from": "a.io", "to": "b.io"}]}',
      'node_modules/shared/regmigrate.yaml': 'ignore: [shared]\nmoves: [{from: a.io, to: c.io}]\n',
    });
    expect(await loadConfig('.regmigrate.yaml', options(cwd))).toMatchObject({
      rules: { 'k8s-gcr-io': 'error', 'configured-move': 'error' },
      ignore: ['b', 'a', 'shared', 'own'],
      moves: [{ from: 'a.io', to: 'c.io' }],
    });
  });
});

describe('what is wrong is one sentence with its place', () => {
  it.each([
    ['ignroe: [a]\n', '.regmigrate.yaml:1:1: there is no key "ignroe". Did you mean "ignore"?'],
    ['ignore:\n  - a\n  - 3\n', '.regmigrate.yaml:3:5: ignore[1] must be a text, not 3.'],
    [
      'rules:\n  k8s-gcr-oi: off\n',
      '.regmigrate.yaml:2:3: there is no rule "k8s-gcr-oi" in rules. Did you mean "k8s-gcr-io"?',
    ],
    [
      'rules:\n  k8s-gcr-io: warn\n',
      '.regmigrate.yaml:2:15: rules.k8s-gcr-io cannot be "warn". Did you mean "warning"?',
    ],
    ['version: 2\nnew: x\n', '.regmigrate.yaml:1:10: version 2 is not known; this regmigrate reads 1.'],
    ['- a\n', '.regmigrate.yaml:1:1: the configuration must be a map, not a list.'],
    [
      'contexts:\n  - contxt: prose\n    verdict: safe\n',
      '.regmigrate.yaml:2:5: there is no key "contxt" in contexts[0]. Did you mean "context"?',
    ],
    ['contexts:\n  - verdict: safe\n', '.regmigrate.yaml:2:5: contexts[0] needs the key "context".'],
    [
      'contexts:\n  - context: [prose, coment]\n    verdict: safe\n',
      '.regmigrate.yaml:2:22: contexts[0].context[1] cannot be "coment". Did you mean "comment"?',
    ],
    [
      'contexts:\n  - context: deny-list\n    verdict: unsafe\n',
      '.regmigrate.yaml:3:14: contexts[0] lifts deny-list, which is kept because a rule against the old registry must go on naming it; it needs a reason.',
    ],
    [
      'contexts: [{context: other-name, verdict: safe, reason: x}]\n',
      '.regmigrate.yaml:1:22: contexts[0].context cannot be "other-name": its verdict is the same in every configuration.',
    ],
    [
      'contexts: [{context: [prose, encrypted], verdict: keep}]\n',
      /contexts\[0\]\.context\[1\] cannot be "encrypted": its verdict is the same/,
    ],
    [
      'version: 1\n---\nignore: [a]\n',
      'The configuration cannot be parsed: .regmigrate.yaml:2:1: a second document begins here, and a configuration is one.',
    ],
    [
      'moves:\n  - from: bitnami\n    to: a.io\n',
      '.regmigrate.yaml:2:5: moves[0] must move from a registry, such as docker.io/team, not from "bitnami".',
    ],
    ['moves: [{from: "a.io/x:1", to: b.io}]\n', /names a tag/],
    ['moves: [{from: a.io, to: "b.io/*"}]\n', /stands for nothing/],
    ['moves: [{from: a.io/b, to: b.io, except: [a.io/bc]}]\n', /is not below "a.io\/b"/],
    ['ignore: ["!keep"]\n', /begins with !/],
    ['ignore: ["../x"]\n', /leads out of the folder/],
    [`ignore: ["${'{a,b}'.repeat(20)}"]\n`, /has more than 256 choices in its braces/],
    [
      'imageFields: [{path: spec.image, written: {repo: x}}]\n',
      /there is no key "repo" in imageFields\[0\]\.written/,
    ],
    ['a: [\n', /^The configuration cannot be parsed: \.regmigrate\.yaml:\d:\d: /],
    ['a: 1\na: 2\n', /^The configuration cannot be parsed: \.regmigrate\.yaml:2:1: Map keys must be unique/],
    [
      'version: 1\nextends: ./missing.yaml\n',
      'There is no configuration missing.yaml (.regmigrate.yaml:2:10 extends it).',
    ],
    ['extends: [./.]\n', /is a folder, not a file \(\.regmigrate\.yaml:1:11 extends it\)\.$/],
    ['extends: nobody\n', /^\.regmigrate\.yaml:1:10 extends "nobody", which is no installed package/],
  ])('%j', async (text, message) => {
    expect(await faultOf('.regmigrate.yaml', text)).toEqual(
      typeof message === 'string' ? message : expect.stringMatching(message),
    );
  });

  it.each([
    ['x.json', '{"a": 1,}', /^The configuration cannot be parsed: x\.json: /],
    [
      'package.json',
      '{\n  "regmigrate": {\n    "rulse": {}\n  }\n}',
      'package.json:3:5: there is no key "rulse". Did you mean "rules"?',
    ],
    ['c.mjs', 'export default { rulse: {} };', 'c.mjs: there is no key "rulse". Did you mean "rules"?'],
    ['c.mjs', 'export const x = 1;', 'The configuration c.mjs has no default export.'],
    ['c.mjs', 'throw new Error("no\\nstack");', 'The configuration c.mjs fails: no'],
    ['c.mjs', 'throw null;', 'The configuration c.mjs fails: null'],
    ['c.mjs', 'throw Object.create(null);', 'The configuration c.mjs fails: it throws what no text tells'],
    ['c.mjs', 'throw new Error("");', 'The configuration c.mjs fails: it says nothing of why'],
    [
      'c.mjs',
      'export default { get ignore() { throw new Error("not now"); } };',
      'The configuration c.mjs fails: not now',
    ],
    [
      'c.mjs',
      'export default new Proxy({}, { ownKeys() { throw 1; } });',
      'The configuration c.mjs fails: 1',
    ],
    ...[
      ['{ version: 1n }', 'version', 'bigint'],
      ['new Map([["ignore", ["a"]]])', 'the configuration', 'Map'],
      ['() => ({})', 'the configuration', 'function'],
      ['Promise.resolve({})', 'the configuration', 'Promise'],
      ['{ ignore: new Set(["a"]) }', 'ignore', 'Set'],
      ['new (class {})()', 'the configuration', 'class instance'],
      ['{ ignore: [Symbol("a")] }', 'ignore[0]', 'symbol'],
    ].map(([text, where, kind]): [string, string, string] => [
      'c.mjs',
      `export default ${text};`,
      `c.mjs: ${where} must be plain data (texts, numbers, lists and maps), not a ${kind}.`,
    ]),
    [
      'c.mjs',
      'const circle = {}; circle.rules = circle; export default circle;',
      'c.mjs: rules.rules.rules is nested too deep.',
    ],
    ['deep.yaml', '['.repeat(100_000), /^The configuration cannot be parsed: /],
    [
      'deep.json',
      `${'['.repeat(100_000)}${']'.repeat(100_000)}`,
      /^The configuration cannot be parsed: |must be a map/,
    ],
    ['bomb.yaml', bomb(), /^The configuration cannot be parsed: bomb\.yaml: Excessive alias count/],
    [
      'big.yaml',
      `# ${'x'.repeat(10_000_000)}\n`,
      'The configuration big.yaml has 10000003 bytes; more than 1000000 are not read.',
    ],
  ])('%s', async (name, text, message) => {
    expect(await faultOf(name, text)).toEqual(
      typeof message === 'string' ? message : expect.stringMatching(message),
    );
  });

  it('a folder, and what cannot be read', async () => {
    const cwd = folderWith({ 'locked.yaml': 'ignore: []\n' });
    mkdirSync(join(cwd, '.regmigrate.yaml'));
    await expect(loadConfig('.regmigrate.yaml', options(cwd))).rejects.toThrow('is a folder, not a file');
    chmodSync(join(cwd, 'locked.yaml'), 0);
    if (process.getuid?.() !== 0)
      await expect(loadConfig('locked.yaml', options(cwd))).rejects.toThrow('could not be read (EACCES)');
  });

  it('a cycle of extends', async () => {
    const cwd = folderWith({ 'a.yaml': 'extends: ./b.yaml\n', 'b.yaml': 'extends: ./a.yaml\n' });
    await expect(loadConfig('a.yaml', options(cwd))).rejects.toThrow(
      'The configurations extend each other: a.yaml → b.yaml → a.yaml.',
    );
  });
});

describe('a configuration that is a program', () => {
  const text = 'export default { ignore: ["a"] };\n';

  it('is not run where that is forbidden, and not from elsewhere', async () => {
    expect(await faultOf('c.mjs', text, false)).toMatch(/--no-config-code forbids to run it/);
    const folder = folderWith({ 'c.mjs': text, 'own/.git/': '' });
    await expect(loadConfig('../c.mjs', options(join(folder, 'own')))).rejects.toThrow(/outside of/);
  });

  it('may be TypeScript where Node reads it, and else is told', async () => {
    const cwd = folderWith({ 'c.ts': 'export default { ignore: ["a"] as string[] };\n' });
    const read = await loadConfig('c.ts', options(cwd)).catch((error: unknown) => error);
    expect(read instanceof UsageError ? read.code : read).toEqual(
      read instanceof UsageError ? 'config-typescript' : expect.objectContaining({ ignore: ['a'] }),
    );
  });
});

/** Ten lists of ten aliases of the one before. */
function bomb(): string {
  const lists = Array.from(
    { length: 10 },
    (_, at) => `l${at + 1}: &l${at + 1} [${Array(10).fill(`*l${at}`).join(', ')}]`,
  );
  return `l0: &l0 [x]\n${lists.join('\n')}\n`;
}
