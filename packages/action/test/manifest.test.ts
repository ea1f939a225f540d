import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { parse } from 'yaml';
import { readInputs } from '../src/inputs.ts';
import { buildBundle } from './bundle.ts';
import { events } from './events.ts';
import { pod, Repository } from './repository.ts';
import { runStep } from './run-step.ts';

interface Manifest {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default?: string }>>;
  readonly outputs: Readonly<Record<string, { readonly description: string }>>;
  readonly runs: { readonly using: string; readonly main: string };
}

const root = new URL('../../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const manifest = parse(read('action.yml')) as Manifest;
const page = read('docs/github-action.md');

/** The cells of the table below a heading, without its head. */
function tableOf(heading: string): readonly (readonly string[])[] {
  const [, section = ''] = page.split(`\n## ${heading}\n`);
  const rows = (section.split('\n## ')[0] ?? '').split('\n').filter((line) => line.startsWith('| '));
  return rows.slice(1).map((row) => row.split(' |').map((cell) => cell.replace(/^\|? ?/, '').trim()));
}

const unquoted = (cell = ''): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, text = '']) => text);

describe('action.yml', () => {
  it('runs on Node 24 what build.mjs makes', () => {
    expect(manifest.runs).toEqual({ using: 'node24', main: 'packages/action/dist/main.js' });
    const folder = dirname(buildBundle());
    for (const file of [
      'main.js',
      'LICENSE',
      'LICENSES.txt',
      'command/regmigrate.js',
      'command/LICENSES.txt',
      'command/data',
    ])
      expect(existsSync(join(folder, file)), file).toBe(true);
    expect(readFileSync(join(folder, 'LICENSES.txt'), 'utf8')).toContain('@actions/core');
  });

  it('has the inputs of the page, with the same defaults', () => {
    const told = tableOf('Inputs').map(([name, usual]) => [unquoted(name)[0], unquoted(usual)[0]]);
    expect(told).toEqual(Object.entries(manifest.inputs).map(([name, input]) => [name, input.default]));
  });

  it('has the outputs of the page', async () => {
    const told = tableOf('Outputs').flatMap(([name]) => unquoted(name));
    expect(told.sort()).toEqual(Object.keys(manifest.outputs).sort());
    const { folder } = Repository.create({ 'pod.yaml': pod('k8s.gcr.io/pause:3.1') });
    const event = events.push('0'.repeat(40), '0'.repeat(40));
    const { outputs } = await runStep({ main: buildBundle(), workspace: folder, event });
    expect(Object.keys(outputs).sort()).toEqual(told);
  });

  describe('inputs', () => {
    beforeEach(() => vi.unstubAllEnvs());
    afterEach(() => vi.unstubAllEnvs());

    it('have the defaults that the code has', () => {
      const usual = readInputs();
      for (const [name, input] of Object.entries(manifest.inputs))
        if (name !== 'token') vi.stubEnv(`INPUT_${name.toUpperCase()}`, input.default ?? '');
      expect(readInputs()).toEqual(usual);
    });

    it('are all read, and no others', () => {
      const asked = read('packages/action/src/inputs.ts').matchAll(/'([a-z]+(?:-[a-z]+)*)'(?=[,)\]])/g);
      const names = new Set([...asked].map(([, name = '']) => name));
      for (const mode of ['check', 'suggest', 'fix-commit', 'github', 'true', 'false']) names.delete(mode);
      expect([...names].sort()).toEqual(Object.keys(manifest.inputs).sort());
    });
  });
});
