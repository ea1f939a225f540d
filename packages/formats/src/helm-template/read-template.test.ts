import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { maskTemplates } from '../yaml/mask-templates.ts';
import { readTemplate } from './read-template.ts';
import type { Expression, Pipeline, TemplateNode } from './template.ts';

const kinds = (text: string) => readTemplate(text).actions.map(({ kind }) => kind);
const codes = (text: string) => readTemplate(text).faults.map(({ code, at }) => `${code}@${at}`);

function shown(expression: Expression): string {
  if (expression.kind === 'literal') return `${expression.type}:${expression.value}`;
  if (expression.kind === 'function') return expression.name;
  const names = expression.names.map((name) => `.${name}`).join('');
  if (expression.kind === 'group') return `(${pipelineText(expression.pipeline)})${names}`;
  return (
    (expression.kind === 'variable' ? expression.name : '') +
    (names || (expression.kind === 'dot' ? '.' : ''))
  );
}

const pipelineText = ({ variables, sets, commands }: Pipeline): string =>
  (sets ? `${variables.join(',')} ${sets} ` : '') +
  commands.map(({ words }) => words.map(shown).join(' ')).join(' | ');

const only = (text: string): string => {
  const { actions, faults } = readTemplate(text);
  expect(faults).toEqual([]);
  return actions[0]?.pipeline ? pipelineText(actions[0].pipeline) : '';
};

describe('actions', () => {
  it.each([
    ['{{ .a }}', ['print']],
    ['{{- .a -}}', ['print']],
    ['{{ $x := .a }}{{ $x = 1 }}', ['variable', 'variable']],
    ['{{/* }} {{ .a */}}', ['comment']],
    ['{{- /* " */ -}}x', ['comment']],
    [
      '{{ if .a }}{{ else if .b }}{{ else with .c }}{{ else }}{{ end }}',
      ['if', 'elseif', 'elsewith', 'else', 'end'],
    ],
    ['{{ range $k, $v := .a }}{{ break }}{{ continue }}{{ end }}', ['range', 'break', 'continue', 'end']],
    ['{{ define "x" }}{{ end }}{{ template "x" . }}', ['define', 'end', 'template']],
    ['{{ block "x" . }}{{ end }}', ['block', 'end']],
    ['{{ iffy }}{{ .if }}{{ ending }}', ['print', 'print', 'print']],
  ])('%s', (text, expected) => {
    expect(kinds(text)).toEqual(expected);
    expect(codes(text)).toEqual([]);
  });

  it.each([
    ['{{ "}}" }}', '{{ "}}" }}'],
    ['a {{ `}}\n{{` }} b', '{{ `}}\n{{` }}'],
    ['{{ "\\"}}" }}', '{{ "\\"}}" }}'],
    ["{{ '}' }}", "{{ '}' }}"],
    ["{{ it's }} don't }}", "{{ it's }}"],
    ['{{ a" }}\n"', '{{ a" }}'],
    ['{{ {{ .a }}', '{{ .a }}'],
  ])('%s ends where it should', (text, action) => {
    const [first] = readTemplate(text).actions;
    expect(text.slice(first?.span.start, first?.span.end)).toBe(action);
  });
});

describe('expressions', () => {
  it.each([
    ['{{ . }}', '.'],
    ['{{ .Values.a_b.c }}', '.Values.a_b.c'],
    ['{{ $ }}', '$'],
    ['{{ $x.a.b }}', '$x.a.b'],
    ['{{ $k, $v := .a }}', '$k,$v declare .a'],
    ['{{ $x = 1 }}', '$x assign number:1'],
    ['{{ printf "%s:%s" .a `b` | quote }}', 'printf string:%s:%s .a string:b | quote'],
    ['{{ ((.a).b).c }}', '((.a).b).c'],
    ['{{ default (split "-" .v)._0 .t }}', 'default (split string:- .v)._0 .t'],
    ['{{ f true false nil -1 0x1F 1.5 }}', 'f bool:true bool:false nil: number:-1 number:0x1F number:1.5'],
    ['{{ "a\\n\\u0041\\"" }}', 'string:a\nA"'],
    ['{{ dict "a"\n  .b }}', 'dict string:a .b'],
    ['{{ (.a | f |).b | }}', '(.a | f).b'],
    ['{{ if.a }}{{ end }}', '.a'],
  ])('%s', (text, expected) => expect(only(text)).toBe(expected));

  it('say where strings stand', () => {
    const text = '{{ f "é.io/a" }}';
    const string = readTemplate(text).actions[0]?.pipeline?.commands[0]?.words[1];
    expect(string?.kind === 'literal' && text.slice(string.content.start, string.content.end)).toBe('é.io/a');
  });
});

describe('faults', () => {
  it.each([
    ['{{ .a', ['unclosed-action@0']],
    ['{{/* .a }}', ['unclosed-action@0']],
    ['{{ }}', ['unreadable-expression@3']],
    ['{{ foo[0] }}', ['unreadable-expression@6']],
    ['{{ (.a }}', ['unreadable-expression@6']],
    ['{{ .a) }}', ['unreadable-expression@5']],
    ['{{ | .a }}', ['unreadable-expression@3']],
    ['{{ .a | | .b }}', ['unreadable-expression@8']],
    ['{{ = 1 }}', ['unreadable-expression@3']],
    ['{{ template x }}', ['unreadable-expression@12']],
    [`{{ ${'('.repeat(101)} }}`, ['unreadable-expression@103']],
    ['{{ if .a }}', ['unclosed-block@0']],
    ['{{ if }}{{ end }}', ['unreadable-expression@5']],
    ['{{ end }}', ['unexpected-end@0']],
    ['{{ else }}', ['unexpected-else@0']],
    ['{{ define "x" }}{{ else }}{{ end }}', ['unexpected-else@16']],
    ['{{if 1}}'.repeat(101) + '{{end}}'.repeat(101), ['too-deep@800']],
  ])('%s', (text, expected) => expect(codes(text)).toEqual(expected));
});

describe('the tree', () => {
  const printed = (text: string, nodes: readonly TemplateNode[]): unknown[] =>
    nodes.map((node) => {
      if (node.kind === 'text') return text.slice(node.span.start, node.span.end);
      if (node.kind === 'branch')
        return node.arms.map(({ action, body }) => [action.kind, ...printed(text, body)]);
      if (node.kind === 'definition') return { [node.definition.name]: printed(text, node.definition.body) };
      return text.slice(node.span.start, node.span.end);
    });

  it.each([
    [
      'a {{- if .a -}} b {{ else }} c {{ end -}} d',
      [
        'a',
        [
          ['if', 'b '],
          ['else', ' c '],
        ],
        'd',
      ],
    ],
    ['{{ define "x" }} y {{- end }}', [{ x: [' y'] }]],
    ['{{ if .a }}{{ .b }}', [[['if', '{{ .b }}']]]],
  ])('of %s', (text, expected) => expect(printed(text, readTemplate(text).nodes)).toEqual(expected));

  it('names the bodies of definitions', () => {
    const text = '{{ define "x" }}a{{ end }}{{ block "y" . }}b{{ end }}';
    const bodies = readTemplate(text).definitions.map(({ name, span }) => [
      name,
      text.slice(span.start, span.end),
    ]);
    expect(bodies).toEqual([
      ['x', 'a'],
      ['y', 'b'],
    ]);
  });
});

describe('the mask', () => {
  it.each([
    ['a: {{ b }}', 'a: xxxxxxx'],
    ['  {{ b }}  ', '           '],
    ['{{ a\n }}\nb', '    \n   \nb'],
    ['{{ a }}{{ b }}\n', '              \n'],
    ['{{ a }}: {{ b }}', 'xxxxxxx: xxxxxxx'],
    ['{{ if a }}b{{ end }}', 'xxxxxxxxxxbxxxxxxxxx'],
    ['  {{ a }} # b\r\n', '          # b\r\n'],
    ['{{/* a: {{ b }}\n*/}}\nc', '               \n    \nc'],
    ['a: {{ "}}" }}', 'a: xxxxxxxxxx'],
    ['{{ a', '{{ a'],
  ])('of %j', (text, expected) => {
    expect(readTemplate(text).masked).toBe(expected);
    expect(maskTemplates(text)).toBe(expected);
  });

  it('leaves braces alone that stand far apart', () => {
    const text = `{{ ${'a: b\n'.repeat(500)} }}`;
    expect(maskTemplates(text)).toBe(text);
  });
});

const noise = fc
  .array(
    fc.constantFrom(
      ...'{{ }} {{- -}} /* */ " ` \' \\ ( ) | := = , . .a $ $x a if else end range with define template 1'.split(
        ' ',
      ),
      ...[' ', '\n', '\r\n', 'a: ', '- ', '\uFEFF', '😀', '"x"', '{{ end }}', '{{ if .a }}'],
    ),
    { maxLength: 40 },
  )
  .map((words) => words.join(''));

function checkSpans(text: string): void {
  const { actions, definitions, masked, outline, faults, nodes } = readTemplate(text);
  const inside = ({ start, end }: { start: number; end: number }): void => {
    expect(start).toBeGreaterThanOrEqual(0);
    expect(end).toBeGreaterThanOrEqual(start);
    expect(end).toBeLessThanOrEqual(text.length);
  };
  let last = 0;
  for (const { span, pipeline, name } of actions) {
    expect(span.start).toBeGreaterThanOrEqual(last);
    last = span.end;
    expect(text.slice(span.start, span.start + 2) + text.slice(span.end - 2, span.end)).toBe('{{}}');
    for (const part of [span, pipeline?.span, name?.content]) if (part) inside(part);
  }
  for (const { span } of [...definitions, ...nodes, ...outline.scalars]) inside(span);
  for (const { at } of faults) inside({ start: at, end: at });
  expect(masked).toHaveLength(text.length);
  expect(masked.replace(/[^\r\n]/g, '')).toBe(text.replace(/[^\r\n]/g, ''));
}

describe('any text', () => {
  it('is read, with spans in the text and a mask as long as it', () => {
    fc.assert(fc.property(noise, checkSpans), { numRuns: 2000 });
    fc.assert(fc.property(fc.string({ unit: 'binary' }), checkSpans), { numRuns: 200 });
  });

  // A quadratic reader makes 10^9 steps or more of one such text: minutes, where this takes half a second.
  const units =
    '{{ {{" {{` {{/* {{/**/ {{\\" {{( {{a {{a}} {{"}} {{a| {{if}} {{end}} {{(a).b}} }} {{$a:= {{- -}} {{"\\'.split(
      ' ',
    );
  test.each(units)('%s, 100 000 characters', { timeout: 20_000 }, (unit) => {
    for (const joint of ['', '\n']) {
      const many = (unit + joint).repeat(100_000 / (unit.length + joint.length));
      for (const text of [many, `{{ "${many}`, `{{ ${many} }}`, `{{ f ${'"a" '.repeat(20_000)} }}`])
        expect(readTemplate(text).masked).toHaveLength(text.length);
    }
  });

  it('is read where it is one action that goes on and on', () => {
    for (const inner of ['('.repeat(500_000), '"\\n'.repeat(500_000), '.a'.repeat(500_000)])
      expect(() => readTemplate(`{{ ${inner} }}`)).not.toThrow();
  });
});
