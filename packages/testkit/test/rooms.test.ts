import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contexts } from '@regmigrate/core';
import { createRules, loadCatalogue } from '@regmigrate/rules';
import { loadReporter, reporterIds } from '@regmigrate/reporters';
import { rooms as formats } from '../../formats/src/rooms.ts';
import { analyzeFile, fixText, listCases } from '../src/index.ts';

const packages = new URL('../../', import.meta.url);
const read = (file: URL): string => readFileSync(file, 'utf8');

const reporters = await Promise.all(reporterIds.map(async (id) => (await loadReporter(id))!));

/** What every kind of room declares, and the headings of its page, in this order. */
const kinds = [
  {
    kind: 'rules',
    rooms: createRules(loadCatalogue),
    headings: [
      'What it finds',
      'Why',
      'Before and after',
      'How safe the fix is',
      'When not to use it',
      'Sources',
    ],
  },
  { kind: 'formats', rooms: formats, headings: ['What it reads', 'What it leaves alone', 'Known gaps'] },
  { kind: 'reporters', rooms: reporters, headings: ['How columns count'] },
] as const;

const rooms = kinds.flatMap(({ kind, rooms, headings }) =>
  rooms.map(({ id, summary }) => ({ name: `${kind}/${id}`, kind, id, summary, headings })),
);

it.each(kinds)(
  'every folder of $kind with an index.ts is a room, and the other way round',
  ({ kind, rooms }) => {
    const source = new URL(`${kind}/src/`, packages);
    const folders = readdirSync(source).filter((name) => existsSync(new URL(`${name}/index.ts`, source)));
    expect(rooms.map(({ id }) => id).toSorted()).toEqual(folders.toSorted());
  },
);

describe.each(rooms)('$name', ({ kind, id, summary, headings }) => {
  const page = new URL(`${kind}/src/${id}/README.md`, packages);

  it('has a page with the fixed headings, which opens with the declared summary', () => {
    const text = read(page);
    expect(text.split('\n').slice(0, 3)).toEqual([`# ${id}`, '', `${summary}.`]);
    expect([...text.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading)).toEqual(headings);
  });

  it('is listed in docs/', () => {
    const row = `| [${id}](../packages/${kind}/src/${id}/README.md) | ${summary} |`;
    expect(read(new URL(`../docs/${kind}.md`, packages)).split('\n')).toContain(row);
  });
});

describe.each(rooms.filter(({ kind }) => kind === 'rules'))('$name', ({ kind, id }) => {
  it('does to the example of its page what the page says', () => {
    const page = new URL(`${kind}/src/${id}/README.md`, packages);
    const [before, after] = [...read(page).matchAll(/^```yaml\n([^`]+)```$/gm)].map(
      ([, block]) => block ?? '',
    );
    const analysis = analyzeFile({ path: 'before.yaml', text: before ?? '' });
    expect(analysis.findings.map(({ rule }) => rule)).toEqual([id]);
    expect(fixText(before ?? '', analysis, 'unsafe')).toBe(after);
  });
});

/** Needs the digests of the catalogue, which are no part of a checkout; a unit test shows it. */
const withoutCase = 'digest-differs';

describe('cases', () => {
  const told = listCases().map((fixture) => ({
    ...fixture,
    findings: JSON.parse(read(new URL('findings.json', fixture.folder))) as {
      code?: string;
      context?: string;
    }[],
  }));

  it.each(rooms.filter(({ kind }) => kind !== 'reporters'))(
    'of $name: one fires, one stays quiet',
    ({ kind, id }) => {
      const cases = told.filter((fixture) => fixture.kind === kind && fixture.room === id);
      const firing = cases.filter(({ findings }) =>
        findings.some(({ code }) => kind !== 'rules' || code?.startsWith(`${id}/`)),
      );
      expect(firing, 'a case that fires').not.toHaveLength(0);
      expect(cases.length - firing.length, 'a case that stays quiet').toBeGreaterThan(0);
    },
  );

  it('stand in folders of rooms', () => {
    const names = new Set(rooms.map(({ name }) => name));
    expect(told.map(({ kind, room }) => `${kind}/${room}`).filter((name) => !names.has(name))).toEqual([]);
  });

  it('show every context', () => {
    const shown = new Set(told.flatMap(({ findings }) => findings.map(({ context }) => context)));
    // No text tells these: the scanner says so of what it unpacks and of what lies in a chart that is fetched, and
    // the command of what its baseline holds. Their own tests show them.
    shown.add('archive').add('vendored-chart').add('baseline');
    expect(Object.keys(contexts).filter((id) => !shown.has(id))).toEqual([]);
  });

  it('show every code of every rule', () => {
    const shown = new Set(told.flatMap(({ findings }) => findings.map(({ code }) => code)));
    const declared = createRules(loadCatalogue).flatMap(({ id, messages }) =>
      // A retirement shares its codes with others of its kind; that one of them shows a code is enough.
      Object.keys(messages).map((code) => ({ code, name: `${id}/${code}` })),
    );
    const anywhere = new Set([...shown].map((code) => code?.split('/')[1]));
    expect(
      declared.filter(({ code }) => code !== withoutCase && !anywhere.has(code)).map(({ name }) => name),
    ).toEqual([]);
  });
});
