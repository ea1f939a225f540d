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

  it.each(cases)('writes %s', (name) => {
    const { report, view } = readCase(new URL(`${name}/report.json`, folder));
    const text = reporter.render(report, view);
    const expected = new URL(`${name}/expected.txt`, folder);
    if (update) writeFileSync(expected, text);
    expect(text).toBe(readFileSync(expected, 'utf8'));
    if (view.color) return;
    expect(text).not.toMatch(COMMANDS);
    if (id !== 'pretty') return;
    for (const line of text.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(view.width);
  });
});
