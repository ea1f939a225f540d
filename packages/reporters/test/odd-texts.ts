import type { Finding, Located, Report } from '@regmigrate/core';
import type { RunView } from '../src/run-view.ts';

/** What names and texts of a tree may hold, by what it tries. */
export const oddTexts: Readonly<Record<string, string>> = {
  'a line break': 'a\nb.yaml',
  'a line break of Windows': 'a\r\nb.yaml',
  quotes: `a"b'c\`d.yaml`,
  'a command': '::error file=x,line=1::owned',
  'a command on its own line': 'a\n::set-output name=x::owned',
  'an escaped line break': 'a%0A::error::owned%0D%25',
  'an old command': '##[error]owned',
  'an expression': '${{ secrets.TOKEN }} {0} {{ x }}',
  'the end of a section': 'a]]>b',
  'a script': '<script>alert(1)</script>',
  'an end of script and a comment': '</script><!-- </style> -->',
  'an attribute': '" onload="alert(1)" x="',
  'character references': '&lt;&amp;&#60;&quot;',
  'control characters': 'a\u0000\u0007\u001B[31mred\u007F\u009B1m',
  'a reordering': 'a\u202Elmay.b\u2066',
  'separators of lines': 'a\u2028b\u2029c\u0085d',
  'bytes that are no UTF-8': 'a\uDCFF\uDC80.yaml',
  'half of a pair': 'a\uD800.yaml',
  'a link': '[x](https://example.test) ![y](z) <https://example.test>',
  'a table': '| a | b \\| c |\n|---|',
  mentions: '@someone #1 www.example.test https://example.test *a* _b_ ~~c~~ $d$',
  'marks of URIs and properties': 'a b:c,d=e?f#g%h;i',
  'other scripts': 'größe/東京/😀.yaml',
  noncharacters: 'a\uFFFEb\uFFFF',
};

/** A report that holds the text wherever text of a tree can stand. */
export function oddReport(text: string): { readonly report: Report; readonly view: RunView } {
  const mention = {
    file: `deploy/${text}`,
    span: { start: 7, end: 7 + text.length },
    start: { line: 1, column: 8 },
    end: { line: 1, column: 8 + text.length },
    rule: 'k8s-gcr-io',
    code: 'moved',
    message: `message ${text}`,
    context: 'image-field',
    locator: text,
    old: text,
  } as const;
  const edits = [{ span: mention.span, expected: text, text: `new ${text}` }];
  const finding: Located<Finding> = {
    ...mention,
    new: `new ${text}`,
    reason: `reason ${text}`,
    severity: 'warning',
    applicability: 'safe',
    edits,
  };
  const packed = { ...finding, edits: [], member: { path: text, line: 3, column: 4 } };
  return {
    report: {
      command: 'fix',
      filesScanned: 1,
      findings: [finding, packed],
      fixed: [finding],
      kept: [{ ...mention, reason: text }],
      problems: [{ file: `deploy/${text}`, code: 'unreadable', message: text }],
      companions: [
        { kind: 'chart-version', file: text, start: mention.start, edits, old: text, new: text, why: text },
      ],
      hints: [{ file: text, code: 'chart-version', message: text }],
    },
    view: {
      color: false,
      width: 80,
      verbose: true,
      unsafeFixes: false,
      target: '.',
      line: (_, number) => (number === 1 ? `image: ${text}` : undefined),
    },
  };
}
