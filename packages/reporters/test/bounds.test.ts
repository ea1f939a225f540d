import { describe, expect, it } from 'vitest';
import type { Finding, Located, Report } from '@regmigrate/core';
import { loadReporter } from '../src/index.ts';
import type { RunView } from '../src/run-view.ts';
import { readCase } from './read-case.ts';

const { report, view } = readCase(
  new URL('../../../fixtures/reporters/json/mixed/report.json', import.meta.url),
);
const [safe] = report.findings as [Located<Finding>];
const worst = report.findings.find(({ severity }) => severity === 'error')!;

const render = async (id: string, change: Partial<Report>, more: Partial<RunView> = {}): Promise<string> =>
  (await loadReporter(id))!.render({ ...report, ...change }, { ...view, ...more });

/** So many findings, of which the last is the only error. */
const many = (number: number): Located<Finding>[] => [
  ...Array.from({ length: number - 1 }, (_, index) => ({ ...safe, file: `f${index}.yaml` })),
  { ...worst, file: 'z.yaml' },
];

interface Sarif {
  runs: [
    {
      results: { level: string; partialFingerprints: Record<string, string> }[];
      invocations: [{ toolExecutionNotifications: { message: { text: string } }[] }];
    },
  ];
}
const sarif = async (change: Partial<Report>): Promise<Sarif['runs'][0]> =>
  (JSON.parse(await render('sarif', change)) as Sarif).runs[0];

describe('what hosts take is kept to', () => {
  it('sarif: 25,000 results, the worst first, and the rest is told', async () => {
    const { results, invocations } = await sarif({ findings: many(25_002), problems: [] });
    expect(results).toHaveLength(25_000);
    expect(results.map(({ level }) => level).slice(0, 2)).toEqual(['error', 'warning']);
    expect(invocations[0].toolExecutionNotifications.map(({ message }) => message.text)).toEqual([
      '2 more are not told: a run has at most 25,000 results here. The first ones are the most important.',
    ]);
  });

  it('github: ten of each kind, the worst first, and a last line for the rest', async () => {
    const notes = many(30).map((finding) => ({
      ...finding,
      severity: 'warning' as const,
      applicability: 'unsafe' as const,
    }));
    const lines = (await render('github', { findings: [...many(30), ...notes] })).trimEnd().split('\n');
    const kinds = lines.map((line) => /^::(\w+)/.exec(line)![1]);
    expect(kinds).toEqual([
      'error',
      ...Array<string>(10).fill('warning'),
      ...Array<string>(10).fill('notice'),
    ]);
    expect(lines.at(-1)).toMatch(
      /^::notice title=regmigrate::41 annotations more \(20 warnings, 21 notices\): /,
    );
  });

  it('github: no last line where nothing is left out', async () => {
    const text = await render('github', { findings: many(11), problems: [] });
    expect(text.trimEnd().split('\n')).toHaveLength(11);
    expect(text).not.toContain('title=regmigrate');
  });

  it.each([
    ['markdown', 2 ** 20],
    ['markdown-comment', 65_535],
  ])('%s: at most %i', async (id, most) => {
    const fixed = many(20_000).map((finding) => ({ ...finding, file: `größe/${finding.file}` }));
    const text = await render(id, { findings: many(20_000), fixed });
    const size = id === 'markdown' ? Buffer.byteLength(text) : text.length;
    expect(size).toBeLessThanOrEqual(most);
    expect(size).toBeGreaterThan(most * 0.97);
    expect(text).toMatch(/\n[\d,]+ rows more: too long for this page\.\n/);
    expect(text).toContain('error, manual');
    expect(text).toContain('### Fixed');
  });

  it('html: sixteen million characters', async () => {
    const long = many(15_000).map((finding) => ({ ...finding, locator: 'x'.repeat(2000) }));
    const text = await render('html', { findings: long });
    expect(text.length).toBeLessThan(17 * 2 ** 20);
    expect(text).toMatch(/has the [\d,]+ most important of 15,000 references/);
  });
});

describe('fingerprints', () => {
  const prints = async (
    id: string,
    findings: readonly Located<Finding>[],
  ): Promise<(string | undefined)[]> =>
    id === 'sarif'
      ? (await sarif({ findings })).results.map(
          ({ partialFingerprints }) => partialFingerprints['reference/v1'],
        )
      : (JSON.parse(await render(id, { findings, problems: [] })) as { fingerprint: string }[]).map(
          ({ fingerprint }) => fingerprint,
        );

  it.each(['sarif', 'gitlab'])('of %s are unique, and the same after edits above', async (id) => {
    const before = [safe, safe, { ...safe, file: 'b.yaml' }, { ...safe, old: 'k8s.gcr.io/x:1' }];
    const moved = before.map((finding) => ({ ...finding, start: { line: 99, column: 3 }, locator: 'other' }));
    const told = await prints(id, before);
    expect(new Set(told).size).toBe(4);
    expect(await prints(id, moved)).toEqual(told);
    // One of two equals is gone: one print is, and no other has changed.
    expect(await prints(id, before.slice(1))).toEqual([told[0], ...told.slice(2)]);
  });
});

it('junit has a name for each of equal references, which is the same after edits above', async () => {
  const found = [safe, safe, { ...safe, file: 'b.yaml' }, safe];
  const names = async (findings: readonly Located<Finding>[]): Promise<string[]> =>
    [...(await render('junit', { findings, problems: [] })).matchAll(/<testcase (.*?)>/g)].map(
      ([, attributes = '']) => attributes,
    );
  const told = await names(found);
  expect(new Set(told).size).toBe(4);
  expect(await names(found.map((finding) => ({ ...finding, start: { line: 99, column: 3 } })))).toEqual(told);
});

describe('a patch that nobody has applied', () => {
  it.each(['sarif', 'github', 'gitlab', 'junit', 'checkstyle', 'rdjson'])(
    'is left to do in %s',
    async (id) => {
      const change = { findings: [], problems: [], kept: [], fixed: [{ ...safe, file: 'fixed.yaml' }] };
      expect(await render(id, { ...change, command: 'diff' })).toContain('fixed.yaml');
      expect(await render(id, { ...change, command: 'fix' })).not.toContain('fixed.yaml');
    },
  );
});

describe('suggestions', () => {
  const line = 'größe: [k8s.gcr.io/a, k8s-artifacts-prod/b]';
  const at = (text: string): { start: number; end: number } => ({
    start: 500 + line.indexOf(text),
    end: 500 + line.indexOf(text) + text.length,
  });
  const edits = [
    { span: at('k8s-artifacts-prod/'), expected: 'k8s-artifacts-prod/', text: '' },
    { span: at('k8s.gcr.io'), expected: 'k8s.gcr.io', text: 'registry.k8s.io' },
  ];
  const column = line.indexOf('k8s.gcr.io') + 1;
  const finding = { ...safe, span: at('k8s.gcr.io'), start: { line: 3, column }, edits };
  const suggestions = async (lineOf: RunView['line']): Promise<unknown> =>
    (
      JSON.parse(await render('rdjson', { findings: [finding] }, { line: lineOf })) as {
        diagnostics: [{ suggestions?: unknown }];
      }
    ).diagnostics[0].suggestions;

  it('are one for edits that belong together, and count bytes', async () => {
    const start = Buffer.byteLength(line.slice(0, column - 1)) + 1;
    expect(await suggestions(() => line)).toEqual([
      {
        range: {
          start: { line: 3, column: start },
          end: { line: 3, column: start + 'k8s.gcr.io/a, k8s-artifacts-prod/'.length },
        },
        text: 'registry.k8s.io/a, ',
      },
    ]);
  });

  it('are not made where one finding alone must not change', async () => {
    const findings = [{ ...finding, together: 'kustomization' }];
    expect(await render('rdjson', { findings }, { line: () => line })).not.toContain('suggestions');
    const text = await render('sarif', { findings }, { line: () => line });
    expect(text).not.toContain('"fixes"');
    expect(text).toContain('"together": "kustomization"');
  });

  it('are not made for a line that is not at hand, or is another one', async () => {
    expect(await suggestions(() => undefined)).toBe(undefined);
    expect(await suggestions(() => line.slice(3))).toBe(undefined);
  });

  it('of sarif name line and column, on whatever line, and are not made where these are not known', async () => {
    const placed = edits.map((edit, index) => ({ ...edit, start: { line: 7 + index, column: 5 } }));
    const elsewhere = { ...finding, start: { line: 3, column: 1 } };
    const { results } = (await sarif({
      findings: [{ ...elsewhere, edits: placed }, elsewhere],
    })) as unknown as {
      results: { fixes?: [{ artifactChanges: [{ replacements: { deletedRegion: unknown }[] }] }] }[];
    };
    expect(
      results[0]?.fixes?.[0].artifactChanges[0].replacements.map(({ deletedRegion }) => deletedRegion),
    ).toEqual(
      edits.map(({ expected }, index) => ({
        startLine: 7 + index,
        startColumn: 5,
        endLine: 7 + index,
        endColumn: 5 + expected.length,
      })),
    );
    expect(results[1]).not.toHaveProperty('fixes');
  });
});
