import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { folderWith, runIn } from './run-in.ts';

interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

interface Replacement {
  readonly deletedRegion: Region;
  readonly insertedContent: { readonly text: string };
}

interface Result {
  readonly level: string;
  readonly properties: { readonly together?: string };
  readonly locations: [{ physicalLocation: { artifactLocation: { uri: string } } }];
  readonly fixes?: [{ artifactChanges: [{ replacements: readonly Replacement[] }] }];
}

/** The texts of all cases of the formats, by `yaml/flow-and-quotes/input.yaml`. */
function caseTexts(): Record<string, string> {
  const fixtures = new URL('../../../fixtures/formats/', import.meta.url);
  const names = readdirSync(fixtures, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /[\\/]input\.\w+$/.test(name),
  );
  const texts = names.map(
    (name) => [name.replaceAll('\\', '/'), readFileSync(new URL(name, fixtures), 'utf8')] as const,
  );
  // What is in another encoding would not survive being read and written here.
  return Object.fromEntries(texts.filter(([, text]) => !text.includes('\0') && !text.includes('\uFFFD')));
}

/** As a program does that knows SARIF and nothing of us: a byte order mark is no column. */
function applyFixes(text: string, replacements: readonly Replacement[]): string {
  const [mark, body] = text.startsWith('\uFEFF') ? ['\uFEFF', text.slice(1)] : ['', text];
  const starts = [0, ...[...body.matchAll(/\r\n?|\n/g)].map(({ 0: end, index }) => index + end.length)];
  const offset = (line: number, column: number): number => (starts[line - 1] ?? NaN) + column - 1;
  const unique = new Map(replacements.map((one) => [JSON.stringify(one.deletedRegion), one]));
  const sorted = [...unique.values()].sort(
    ({ deletedRegion: a }, { deletedRegion: b }) =>
      b.startLine - a.startLine || b.startColumn - a.startColumn,
  );
  let result = body;
  for (const { deletedRegion: region, insertedContent } of sorted) {
    const before = result.slice(0, offset(region.startLine, region.startColumn));
    result = before + insertedContent.text + result.slice(offset(region.endLine, region.endColumn));
  }
  return mark + result;
}

it('the fixes of a SARIF report do what fix --unsafe-fixes does', async () => {
  const texts = {
    ...caseTexts(),
    'marked.yaml':
      '\uFEFFimage:\r\n  registry: k8s.gcr.io # größe\r\n  repository: pause\r\n  tag: "3.1"\r\n',
    'apart.yaml':
      '\uFEFFimage: {repository: pause,\n  registry: k8s.gcr.io, tag: "3.1"}\nmore: "k8s.gcr.io/a:1 k8s.gcr.io/b:1"\n',
  };
  const folder = folderWith(texts);
  const { stdout } = await runIn(folder, ['lint', '.', '--format=sarif']);
  const { results } = (JSON.parse(stdout) as { runs: [{ results: readonly Result[] }] }).runs[0];
  const fixes = new Map<string, Replacement[]>();
  const excepted = new Set<string>();
  for (const { fixes: own, locations, properties } of results) {
    const file = decodeURIComponent(locations[0].physicalLocation.artifactLocation.uri);
    if (properties.together !== undefined) excepted.add(file);
    fixes.set(file, [...(fixes.get(file) ?? []), ...(own?.[0].artifactChanges[0].replacements ?? [])]);
  }
  await runIn(folder, ['fix', '.', '--unsafe-fixes']);
  const compared = Object.entries(texts).filter(([file]) => !excepted.has(file));
  expect(compared.filter(([file]) => (fixes.get(file) ?? []).length > 0).length).toBeGreaterThan(80);
  for (const [file, text] of compared)
    expect([file, applyFixes(text, fixes.get(file) ?? [])]).toEqual([
      file,
      readFileSync(join(folder, file), 'utf8'),
    ]);
});
