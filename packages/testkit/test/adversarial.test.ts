import { describe, expect, it } from 'vitest';
import { readOutline } from '../../formats/src/yaml/read-outline.ts';
import { analyzeFile, fixText, mentionsOf } from '../src/index.ts';

/*
 * Inputs that someone could write to hang a tool. The time limit is a guard against work that grows
 * faster than the text; on a slow machine all of this takes a few seconds.
 */
const LIMIT = 60_000;
const MEGABYTES_20 = 20 * 1024 * 1024;
const name = 'k8s.gcr.io/pause:3.1';

const paths = ['x.yaml', 'x.json', 'x.sh', 'x.md', 'x.go', 'x.toml', 'Dockerfile', 'x.txt'];

/** Each name in the text is told, and fixing changes nothing but the host. */
function judge(path: string, text: string): number {
  const analysis = analyzeFile({ path, text });
  const found = mentionsOf(analysis).length;
  expect(fixText(text, analysis, 'unsafe').length).toBeGreaterThanOrEqual(text.length);
  return found;
}

describe('one line of 20 MB', () => {
  it.each(paths)(
    'without a name, as %s',
    (path) => {
      expect(judge(path, 'x: y, '.repeat(MEGABYTES_20 / 6))).toBe(0);
    },
    LIMIT,
  );

  it.each(paths)(
    'with names at its ends, as %s',
    (path) => {
      const text = `${name} ${'lantern '.repeat(MEGABYTES_20 / 8)} ${name}`;
      expect(judge(path, text)).toBe(2);
    },
    LIMIT,
  );

  it.each(paths)(
    'of one word, with a name at its end, as %s',
    (path) => {
      expect(judge(path, `${'a'.repeat(MEGABYTES_20)} ${name}`)).toBe(1);
    },
    LIMIT,
  );

  it.each(paths)(
    'with 1,000 names, as %s',
    (path) => {
      const count = 1000;
      expect(judge(path, `${name}, `.repeat(count))).toBe(count);
    },
    LIMIT,
  );

  it(
    'of JSON with 500 names',
    () => {
      const count = 500;
      const items = Array.from({ length: count }, (_, index) => `{"name":"a${index}","image":"${name}"}`);
      expect(judge('x.json', `{"kind":"List","items":[${items.join(',')}]}`)).toBe(count);
    },
    LIMIT,
  );
});

describe('20,000 levels', () => {
  const depth = 20_000;
  const nested: Readonly<Record<string, string>> = {
    brackets: `${'['.repeat(depth)}${name}${']'.repeat(depth)}`,
    'open brackets': `${'['.repeat(depth)}${name}`,
    braces: `${'{a: '.repeat(depth)}${name}${'}'.repeat(depth)}`,
    dashes: `${'- '.repeat(depth)}${name}`,
    keys: `${'a: '.repeat(depth)}${name}`,
    'anchors and tags': `a: ${'&a !t '.repeat(depth)}${name}`,
    'open template actions': `image: ${'{{ '.repeat(depth)}${name}`,
    'closed template actions': `image: ${'{{ x }}'.repeat(depth)}${name}`,
    'nested expansions': `X=${'${X:-'.repeat(depth)}${name}${'}'.repeat(depth)}`,
    quotes: `a: ${'"\''.repeat(depth)}${name}`,
    backslashes: `a: "${'\\'.repeat(depth)}${name}"`,
    blanks: `a:${' '.repeat(depth)}${name}${' '.repeat(depth)}#`,
    hashes: `a: ${'#'.repeat(depth)}${name}`,
    'colons behind a name': `image: k8s.gcr.io/pause${':3.1'.repeat(depth)}`,
    'slashes behind a name': `image: k8s.gcr.io${'/a'.repeat(depth)}`,
    'expansions behind a name': `image: k8s.gcr.io/${'${A}'.repeat(depth)}`,
    'hyphens before a name': `image: ${'-'.repeat(depth)}docker.pkg.dev/k8s-artifacts-prod/images/pause`,
  };

  it.each(Object.keys(nested))(
    'of %s',
    (what) => {
      for (const path of ['x.yaml', 'x.sh', 'x.go'])
        expect(judge(path, nested[what] ?? ''), path).toBeGreaterThan(0);
    },
    LIMIT,
  );

  it(
    'of indentation, 3,000 deep',
    () => {
      const lines = Array.from({ length: 3000 }, (_, level) => `${' '.repeat(level)}a:`);
      expect(judge('x.yaml', `${lines.join('\n')}\n${' '.repeat(3000)}image: ${name}\n`)).toBe(1);
    },
    LIMIT,
  );
});

describe('many lines', () => {
  const count = 2000;
  const many: Readonly<Record<string, string>> = {
    images: `- image: ${name}\n`,
    comments: `# ${name}\n`,
    documents: `---\nimage: ${name}\n`,
    'template lines': `{{ if .x }}\nimage: ${name}\n{{ end }}\n`,
    'open quotes': `a: "${name}\n`,
    'continued lines': `  ${name} \\\n`,
  };

  it.each(Object.keys(many))(
    'of %s',
    (what) => {
      const unit = many[what] ?? '';
      const times = what === 'open quotes' ? 200 : Math.floor(count / unit.split('\n').length);
      expect(judge('x.yaml', unit.repeat(times))).toBe(times);
    },
    LIMIT,
  );

  it(
    'of one block of text that is a manifest',
    () => {
      const lines = `    - image: ${name}\n`.repeat(200);
      expect(judge('x.yaml', `data:\n  pod.yaml: |\n    containers:\n${lines}`)).toBe(200);
    },
    LIMIT,
  );

  it(
    'of keys in one map',
    () => {
      const lines = Array.from({ length: 500 }, (_, index) => `k${index}: ${name}\n`);
      expect(judge('x.yaml', lines.join(''))).toBe(500);
    },
    LIMIT,
  );
});

it(
  'aliases that would unfold to more than memory holds are not followed',
  () => {
    const levels = Array.from({ length: 60 }, (_, level) => {
      const below = level === 0 ? `[${name}]` : `[${`*a${level - 1}, `.repeat(9)}*a${level - 1}]`;
      return `a${level}: &a${level} ${below}\n`;
    });
    expect(judge('x.yaml', levels.join(''))).toBe(1);
    expect(readOutline(levels.join('')).faults).toEqual([]);
  },
  LIMIT,
);
