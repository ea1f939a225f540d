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
    ['a.sh', `sed s/\\"//g; tr -d \\'; x=$'it\\'s' # regmigrate-ignore[a, b/c]: why not`],
    ['a.rb', `x =~ /"/ # regmigrate-ignore[a, b/c]: why not`],
    ['a.sh', 'cat <<< EOF # regmigrate-ignore[a, b/c]: why not'],
    ['a.sh', 'x=$((1<<y)) # regmigrate-ignore[a, b/c]: why not'],
    ['a.sh', "tr -d '\\' # regmigrate-ignore[a, b/c]: why not"],
    ['a.sh', 'cat <<EOF # regmigrate-ignore[a, b/c]: why not'],
    ['a.md', '- An x,\n\n  and more. <!-- regmigrate-ignore[a, b/c]: why not -->'],
    ['a.md', 'A `b` and ``c and an x. <!-- regmigrate-ignore[a, b/c]: why ` not -->'],
    ['a.html', '<ul>\n\n    <li>x <!-- regmigrate-ignore[a, b/c]: why not -->'],
    ['a.rs', `let x: &'static str = "x"; // regmigrate-ignore[a, b/c]: why not`],
  ])('%s: %s', (path, text) => {
    const [{ rules, reason, text: covered } = {}, ...more] = read(path, `${text}\nnext\n`);
    expect([rules, reason?.replace(' `', ''), covered, more]).toEqual([
      'a,b/c',
      'why not',
      text.slice(text.lastIndexOf('\n') + 1),
      [],
    ]);
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
    ['Dockerfile', 'RUN cat <<EOF\n# regmigrate-disable\nEOF\n'],
    ['a.sh', 'cat <<EOF\n# regmigrate-disable\nEOF\n'],
    ['a.sh', 'cat <<A <<-"B"\nA\n# regmigrate-disable\n\tB\n'],
    ['a.sh', 'echo "\n# regmigrate-disable\n"\n'],
    ['a.sh', "echo '\n# regmigrate-disable\n'\n"],
    ['a.tf', 'x = <<-EOF\n  # regmigrate-disable\n  EOF\n'],
    ['a.rb', 'x = <<~EOF\n  # regmigrate-disable\n  EOF\n'],
    ['a.rs', 'let x = "\n// regmigrate-disable\n";\n'],
    ['a.yaml', 'run.sh: |\n  cat <<EOF\n  # regmigrate-disable\n  EOF\n'],
    ['a.md', 'Write `<!-- regmigrate-disable -->` above it.'],
    ['a.md', 'Write ``<!-- regmigrate-disable -->\n`` above it.'],
    ['a.md', 'Write\n\n    <!-- regmigrate-disable -->\n'],
    ['a.md', '# Title\n\t<!-- regmigrate-disable -->\n'],
    ['a.md', '- Write\n\n      <!-- regmigrate-disable -->\n'],
    ['a.md', '> ```\n> <!-- regmigrate-disable -->\n> ```\n'],
    ['a.md', 'A ` and\n```\n`<!-- regmigrate-disable -->\n```\n'],
    ['a.md', 'Write\r\n\r\n    <!-- regmigrate-disable -->\r\n'],
    ['a.sh', "x='# regmigrate-ignore'"],
    ['a.yaml', 'spec:\n  template:\n    metadata:\n      annotations: {regmigrate.dev/ignore: x}\n'],
  ])('%s: %s', (path, text) => {
    expect(read(path, text)).toEqual([]);
  });
});

describe('what is not understood suppresses nothing, and says so', () => {
  const faults = (path: string, text: string) => {
    const file = { path, text };
    return readSuppressions(file, formatOf(file)).map(({ fault, covers }) => [
      fault === undefined ? 'heeded' : 'fault',
      covers.end - covers.start,
    ]);
  };

  it.each([
    ['a.yaml', '# regmigrate-disable[k8s-staging'],
    ['a.yaml', '# regmigrate-ignore [k8s-staging]'],
    ['a.yaml', '# regmigrate-ignore[]'],
    ['a.yaml', '# regmigrate-ignore[ , ]'],
    ['a.yaml', '# regmigrate-ignore['],
    ['a.yaml', '# regmigrate-ignore[a b: c]'],
    ['a.yaml', '# regmigrate-ignore k8s-staging: x'],
    ['a.yaml', '# regmigrate-ignore[a]b: x'],
    ['a.go', '/* regmigrate-ignore k8s-staging */'],
    ['a.yaml', `${'#\n'.repeat(10)}# regmigrate-ignore-file`],
    ['a.yaml', 'run.sh: |\n  # regmigrate-ignore-file'],
    ['a.yaml', 'kind: A\nmetadata: {annotations: {regmigrate.dev/ignore: "false"}}'],
  ])('%s: %s', (path, text) => {
    expect(faults(path, `${text}\nx: 1\n`)).toEqual([['fault', 0]]);
  });

  it('what is to end a range ends it all the same', () => {
    const text = '# regmigrate-disable\nx\n# regmigrate-enable [a]\ny\n';
    const file = { path: 'a.yaml', text };
    expect(readSuppressions(file, formatOf(file))).toMatchObject([
      { ends: [{ at: text.indexOf('# regmigrate-enable'), rules: [] }] },
      { fault: expect.any(String) },
    ]);
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

  it('a block of text, and nothing behind it', () => {
    const text = 'run.sh: |\n  a\n  # regmigrate-disable\n  b\nimage: x\n';
    expect(covered('a.yaml', text)).toEqual(['# regmigrate-disable\n  b']);
    expect(covered('a.yaml', 'run.sh: |\n  a\n  # regmigrate-ignore\nimage: x\n')).toEqual([
      '  # regmigrate-ignore',
    ]);
  });

  it.each([
    ['"true"', '', ''],
    ['"k8s-gcr-io:"', 'k8s-gcr-io', ''],
    ['k8s-gcr-io/moved', 'k8s-gcr-io/moved', ''],
    ['"*: why"', '', 'why'],
    ['airgapped', '', 'airgapped'],
  ])('an object, by the annotation %s', (value, rules, reason) => {
    const text = `kind: A\nmetadata: {annotations: {regmigrate.dev/ignore: ${value}}}\n`;
    expect(read('a.yaml', text)).toMatchObject([{ rules, reason }]);
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

it.each([
  ['a.go', '/* regmigrate-ignore '.repeat(20_000)],
  ['a.go', `${'/* regmigrate-ignore '.repeat(20_000)}*/${' '.repeat(200_000)}x`],
  ['a.go', '/* regmigrate-ignore */ '.repeat(20_000)],
  ['a.yaml', `${'# regmigrate-ignore\n'.repeat(20_000)}x: 1\n`],
  ['a.yaml', '# regmigrate-disable\nx: 1\n# regmigrate-enable\n'.repeat(10_000)],
  ['a.yaml', `run.sh: |\n${'  # regmigrate-ignore\n'.repeat(20_000)}`],
  ['a.yaml', `${'{{/* regmigrate-ignore */}}\n'.repeat(20_000)}`],
  ['a.yaml', `x: 1 # regmigrate-ignore: a${' '.repeat(200_000)}b`],
  ['a.yaml', `x: 1 # regmigrate-ignore${' '.repeat(200_000)}b`],
  ['a.yaml', `x: 1 # regmigrate-ignore[${'a,'.repeat(100_000)}`],
  ['a.yaml', `x: 1 {{/* regmigrate-ignore ${`*/${' '.repeat(90)}`.repeat(10_000)}`],
  ['a.sh', `${"'".repeat(200_001)}# regmigrate-ignore`],
  ['a.sh', `${`"${'\\"'.repeat(100_000)}`}\n# regmigrate-ignore`],
  ['a.sh', `${'cat <<EOF\n'.repeat(20_000)}# regmigrate-ignore`],
  [
    'a.sh',
    `${Array.from({ length: 20_000 }, (_, index) => `cat <<W${index}\n`).join('')}# regmigrate-ignore`,
  ],
  ['a.ts', `${'\\`'.repeat(100_000)}\n// regmigrate-ignore`],
  ['a.ts', `${`''`.repeat(200_000)} // regmigrate-ignore`],
  ['a.md', `${'`'.repeat(20_000)}${'x\n'.repeat(100_000)}<!-- regmigrate-ignore -->`],
  ['a.md', `${'x\n\n'.repeat(100_000)}<!-- regmigrate-ignore -->`],
  [
    'a.md',
    `${Array.from({ length: 600 }, (_, index) => '`'.repeat(index)).join(' ')}\n<!-- regmigrate-ignore -->`,
  ],
  ['a.md', `${'<!-- regmigrate-ignore\n\n'.repeat(20_000)}`],
  ['a.md', `${'```x\n'.repeat(50_000)}<!-- regmigrate-ignore -->`],
  ['a.md', `${'> '.repeat(100_000)}<!-- regmigrate-ignore -->`],
])('takes no longer than the text is long: %s, %#', (path, text) => {
  const begin = performance.now();
  read(path, text);
  expect(performance.now() - begin).toBeLessThan(2000);
});
