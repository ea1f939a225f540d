import { describe, expect, it } from 'vitest';
import { formatOf } from '../place-tokens.ts';
import { readSuppressions } from './read-suppressions.ts';

/** What is covered, one entry a suppression: rules, reason, and the covered text. */
function read(path: string, text: string) {
  const file = { path, text };
  return readSuppressions(file, formatOf(file)).map(({ rules, reason, covers }) => ({
    rules: rules.join(),
    reason: reason ?? '',
    text: text.slice(covers.start, covers.end),
  }));
}

describe('comments in each syntax', () => {
  it.each([
    ['a.yaml', 'image: x # regmigrate-ignore[a, b/c]: why not'],
    ['a.sh', 'pull x # regmigrate-ignore[a, b/c]: why not'],
    ['a.sh', "echo don't x # regmigrate-ignore[a, b/c]: why not"],
    ['Makefile', 'X = x # regmigrate-ignore[a, b/c]: why not'],
    ['a.py', 'x = "x"  #regmigrate-ignore[a, b/c]: why not'],
    ['a.go', 'x := "x" // regmigrate-ignore[a, b/c]: why not'],
    ['a.go', 'x := "x" /* regmigrate-ignore[a, b/c]: why not */'],
    ['a.ts', 'const x = `x`; // regmigrate-ignore[a, b/c] : why not'],
    ['a.md', 'An x. <!-- regmigrate-ignore[a, b/c]: why not -->'],
    ['a.tf', 'x = "x" # regmigrate-ignore[a, b/c]: why not'],
    ['a.toml', 'x = "x" # regmigrate-ignore[a, b/c]: why not'],
    ['a.jsonc', '{"image": "x"} // regmigrate-ignore[a, b/c]: why not'],
    ['templates/a.yaml', 'image: x {{- /* regmigrate-ignore[a, b/c]: why not */ -}}'],
    ['templates/_a.tpl', 'x {{/* regmigrate-ignore[a, b/c]: why not */}}'],
    ['a.yaml.j2', 'image: x {# regmigrate-ignore[a, b/c]: why not #}'],
    ['a.unknown', 'x # regmigrate-ignore[a, b/c]: why not'],
  ])('%s: %s', (path, text) => {
    expect(read(path, `${text}\nnext\n`)).toEqual([{ rules: 'a,b/c', reason: 'why not', text }]);
  });
});

describe('what is no comment of ours', () => {
  it.each([
    ['a.yaml', 'x: "# regmigrate-ignore"'],
    ['a.yaml', "x: '// regmigrate-ignore'"],
    ['a.yaml', 'x: a#regmigrate-ignore'],
    ['a.yaml', 'x: // regmigrate-ignore'],
    ['a.yaml', 'notes: |\n  # regmigrate-ignore\n'],
    ['a.yaml', '# do not write regmigrate-ignore here'],
    ['a.yaml', '# regmigrate-ignored'],
    ['a.yaml', '# regmigrate-ignore-all'],
    ['a.go', 'x := "// regmigrate-ignore"'],
    ['a.go', 'x := `\n// regmigrate-ignore\n`'],
    ['a.go', 'x := 1 # regmigrate-ignore'],
    ['a.py', '"""\n# regmigrate-ignore\n"""'],
    ['a.py', 'x = 7 // regmigrate-ignore'],
    ['a.md', '# regmigrate-ignore'],
    ['a.md', '```yaml\n# x <!-- regmigrate-ignore -->\n```'],
    ['a.json', '{"x": "// regmigrate-ignore"}'],
    ['Dockerfile', 'FROM x # regmigrate-ignore'],
    ['a.sh', "x='# regmigrate-ignore'"],
    ['a.yaml', 'spec:\n  template:\n    metadata:\n      annotations: {regmigrate.dev/ignore: x}\n'],
  ])('%s: %s', (path, text) => {
    expect(read(path, text)).toEqual([]);
  });
});

describe('what is covered', () => {
  const covered = (path: string, text: string): readonly string[] => read(path, text).map(({ text }) => text);

  it('below a comment of its own: the next line, and comments before it', () => {
    expect(covered('a.yaml', 'a: 1\n# regmigrate-ignore: why\n# more\n\nb: 2\nc: 3\n')).toEqual([
      '# regmigrate-ignore: why\n# more\n\nb: 2',
    ]);
  });

  it('below a comment over several lines', () => {
    expect(covered('a.go', '/* regmigrate-ignore: why\n and more */\nx()\ny()\n')).toEqual([
      '/* regmigrate-ignore: why\n and more */\nx()',
    ]);
  });

  it.each(['\n', '\r\n', '\r'])('with line breaks %j', (newline) => {
    const text = ['# regmigrate-ignore', 'b: 2', 'c: 3', ''].join(newline);
    expect(covered('a.yaml', text)).toEqual([text.slice(0, text.indexOf('b: 2') + 4)]);
  });

  it('two comments above one line', () => {
    const both = '# regmigrate-ignore[a]\n# regmigrate-ignore[b]\nx: 1\n';
    expect(read('a.yaml', both).map(({ rules }) => rules)).toEqual(['a', 'b']);
    expect(covered('a.yaml', both).every((text) => text.endsWith('x: 1'))).toBe(true);
  });

  it('a range, up to what enables again', () => {
    const text = '# regmigrate-disable[a]: why\nx\n# regmigrate-enable\ny\n';
    const file = { path: 'a.yaml', text };
    expect(readSuppressions(file, formatOf(file))).toMatchObject([
      {
        covers: { start: 0, end: text.length },
        ends: [{ at: text.indexOf('# regmigrate-enable'), rules: [] }],
      },
    ]);
  });

  it('a whole file, from its first lines only', () => {
    const head = '#!/bin/sh\n# licence\n# regmigrate-ignore-file: legacy\nx\n';
    expect(covered('a.sh', head)).toEqual([head]);
    expect(covered('a.sh', '\n'.repeat(20) + head)).toEqual(['']);
  });

  it('an object, by its annotation', () => {
    const text =
      'kind: A\nmetadata:\n  annotations:\n    regmigrate.dev/ignore: "k8s-gcr-io: airgapped: yes"\nspec: {image: x}\n---\nkind: B\nmetadata: {annotations: {regmigrate.dev/ignore: just so}}\n';
    expect(read('a.yaml', text)).toMatchObject([
      {
        rules: 'k8s-gcr-io',
        reason: 'airgapped: yes',
        text: expect.stringMatching(/^kind: A[^]*image: x\}$/),
      },
      { rules: '', reason: 'just so' },
    ]);
  });

  it('a block of text, in the language of the block', () => {
    const text = 'data:\n  run.sh: |\n    #!/bin/sh\n    pull x # regmigrate-ignore\n    pull y\n';
    expect(covered('a.yaml', text)).toEqual(['    pull x # regmigrate-ignore']);
  });
});

it('takes no longer than the text is long', () => {
  const begin = performance.now();
  read('a.go', '/* regmigrate-ignore '.repeat(20_000));
  read('a.yaml', `${'# regmigrate-ignore\n'.repeat(2_000)}x: 1\n`);
  read('a.sh', `${"'".repeat(200_000)}# regmigrate-ignore`);
  expect(performance.now() - begin).toBeLessThan(3000);
});
