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

/** How many fixes the report of one file has, each of them compared; none where some change only together. */
async function compare(file: string, text: string): Promise<number> {
  const folder = folderWith({ [file]: text });
  const { stdout } = await runIn(folder, ['lint', '.', '--format=sarif']);
  const { results } = (JSON.parse(stdout) as { runs: [{ results: readonly Result[] }] }).runs[0];
  if (results.some(({ properties }) => properties.together !== undefined)) return 0;
  const fixes = results.flatMap(({ fixes: own }) => own?.[0].artifactChanges[0].replacements ?? []);
  await runIn(folder, ['fix', '.', '--unsafe-fixes']);
  expect([file, applyFixes(text, fixes)]).toEqual([file, readFileSync(join(folder, file), 'utf8')]);
  return fixes.length;
}

// Each by itself: in one tree, what one case overrides by its name would hold back the others.
it('the fixes of a SARIF report do what fix --unsafe-fixes does', async () => {
  const texts = {
    ...caseTexts(),
    'marked.yaml':
      '\uFEFFimage:\r\n  registry: k8s.gcr.io # größe\r\n  repository: pause\r\n  tag: "3.1"\r\n',
    'apart.yaml':
      '\uFEFFimage: {repository: pause,\n  registry: k8s.gcr.io, tag: "3.1"}\nmore: "k8s.gcr.io/a:1 k8s.gcr.io/b:1"\n',
  };
  let files = 0;
  for (const [file, text] of Object.entries(texts)) if ((await compare(file, text)) > 0) files++;
  expect(files).toBeGreaterThan(80);
}, 60_000);
