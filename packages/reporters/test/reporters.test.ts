import { readdirSync, readFileSync, existsSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadReporter, reporterIds } from '../src/index.ts';
import { displayWidth } from '../src/text/to-cells.ts';
import { readCase } from './read-case.ts';

const fixtures = new URL('../../../fixtures/reporters/', import.meta.url);
const update = process.env['UPDATE'] === '1';

// What no reporter may let through: a terminal would obey it, or show the text in another order.
// eslint-disable-next-line no-control-regex
const COMMANDS = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/;

const reporters = await Promise.all(reporterIds.map(async (id) => [id, (await loadReporter(id))!] as const));

/** The two of Markdown write the same, one of them less of it. */
const family = (id: string): string => id.replace(/-comment$/, '');

/** What each has written that holds anything to know it by. */
const texts = reporterIds.flatMap((id) =>
  readdirSync(new URL(`${id}/`, fixtures))
    .map((name) => [id, readFileSync(new URL(`${id}/${name}/expected.txt`, fixtures), 'utf8')] as const)
    .filter(([, text]) => text !== '' && text !== '[]\n'),
);

/** Files that people write, with reports in them, too. */
function foreign(): (readonly [string, string])[] {
  const root = new URL('../../../', import.meta.url);
  const pages = reporterIds.map((id) => `packages/reporters/src/${id}/README.md`);
  const names = [
    'README.md',
    'package.json',
    'docs/reporters.md',
    'fixtures/reporters/json/mixed/report.json',
  ];
  const written = [...names, ...pages].map(
    (name) => [name, readFileSync(new URL(name, root), 'utf8')] as const,
  );
  const short: (readonly [string, string])[] = [
    ['yaml', 'image: k8s.gcr.io/pause:3.1\n'],
    ['log', 'a.c:1:2: warning: unused variable\n'],
    [
      'checkstyle of others',
      '<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3">\n  <file name="a">\n    <error line="1" source="com.puppycrawl.x"/>\n',
    ],
    ['junit of others', '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="jest">\n'],
    [
      'sarif of others',
      '{\n "$schema": "https://json.schemastore.org/sarif-2.1.0.json",\n "version": "2.1.0",\n "runs": [\n  {\n   "tool": {\n    "driver": {\n     "name": "CodeQL",\n',
    ],
    ['a report and more', `b.yaml:1:1: warning a/b x [safe] y\nimage: a\n`],
  ];
  return [...written, ...short];
}

describe.each(reporters)('%s', (id, reporter) => {
  const folder = new URL(`${id}/`, fixtures);
  const cases = existsSync(folder) ? readdirSync(folder) : [];

  it('has cases', () => {
    expect(cases).not.toEqual([]);
  });

  it('has a page that opens with its summary', () => {
    const page = readFileSync(new URL(`../src/${id}/README.md`, import.meta.url), 'utf8');
    expect(page.startsWith(`# ${id}\n\n${reporter.summary}.\n`)).toBe(true);
    expect(page).toContain('\n## How columns count\n');
  });

  it('takes a hundred thousand findings', () => {
    const { report, view } = readCase(new URL(`${id}/mixed/report.json`, fixtures));
    const findings = Array.from({ length: 100_000 / report.findings.length }, (_, line) =>
      report.findings.map((finding) => ({ ...finding, start: { line: line + 1, column: 1 } })),
    ).flat();
    const text = reporter.render({ ...report, findings }, view);
    expect(text.length).toBeGreaterThan(1000);
  });

  it('takes nobody else’s text for its own', () => {
    const others = [...foreign(), ...texts.filter(([of]) => family(of) !== family(id))];
    expect(others.filter(([, text]) => reporter.wrote(text)).map(([of]) => of)).toEqual([]);
  });

  it.each(cases)('writes %s', (name) => {
    const { report, view } = readCase(new URL(`${name}/report.json`, folder));
    const text = reporter.render(report, view);
    const expected = new URL(`${name}/expected.txt`, folder);
    if (update) writeFileSync(expected, text);
    expect(text).toBe(readFileSync(expected, 'utf8'));
    // Nothing is lost where an empty file is replaced.
    expect(text === '' || reporter.wrote(text)).toBe(true);
    if (view.color) return;
    expect(text).not.toMatch(COMMANDS);
    if (id !== 'pretty') return;
    for (const line of text.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(view.width);
  });
});
