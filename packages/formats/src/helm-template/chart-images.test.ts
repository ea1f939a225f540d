import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ImageAlternative, Part, Test } from './chart-image.ts';
import { chartImages } from './chart-images.ts';
import { appliesTo, evaluateImage } from './evaluate-image.ts';

function partText(part: Part): string {
  if (part.kind === 'literal') return part.text;
  if (part.kind === 'chart') return `<chart ${part.field}>`;
  if (part.kind === 'unknown') return `<? ${part.source}>`;
  const steps = (part.through ?? []).map((step) => `|${step.function}${step.text ?? ''}`).join('');
  const otherwise = part.otherwise ? ` or ${part.otherwise.map(partText).join('')}` : '';
  return `<${part.path.join('.')}${steps}${otherwise}>`;
}

function testText(test: Test): string {
  if (test.kind === 'set') return test.path.join('.');
  if (test.kind === 'equals') return `${test.path.join('.')}=${test.text}`;
  if (test.kind === 'not') return `!${testText(test.test)}`;
  if (test.kind === 'unknown') return '?';
  return `(${test.tests.map(testText).join(test.kind === 'all' ? '&' : '/')})`;
}

const shown = ({ parts, when }: ImageAlternative): string =>
  parts.map(partText).join('') + (when.length > 0 ? `  if ${when.map(testText).join(' ')}` : '');

const chart = (...texts: string[]) =>
  chartImages({ templates: texts.map((text, index) => ({ path: `templates/${index}.yaml`, text })) });

const images = (...texts: string[]): string[][] =>
  chart(...texts).images.map(({ alternatives }) => alternatives.map(shown));

const uses = (...texts: string[]): string[] =>
  chart(...texts).uses.map(
    ({ path, kind, field }) => `${kind} ${path.join('.')}${field ? ` in ${field}` : ''}`,
  );

describe('what image fields print', () => {
  it.each([
    ['a literal', 'image: "a.io/b:1"', ['a.io/b:1']],
    ['one expression', 'image: {{ .Values.image | quote }}', ['<image>']],
    ['two expressions', '- image: "{{ .Values.a.repo }}:{{ .Values.a.tag }}"', ['<a.repo>:<a.tag>']],
    [
      'a domain, a path and a tag',
      'image: "{{ .Values.i.registry }}/{{ .Values.i.repository }}:{{ .Values.i.tag | default .Chart.AppVersion }}"',
      ['<i.registry>/<i.repository>:<i.tag or <chart AppVersion>>'],
    ],
    ['no slash', 'image: "{{ .Values.registry }}{{ .Values.repository }}"', ['<registry><repository>']],
    [
      'either or',
      `{{- with .Values.controller.image }}
image: "{{ if .repository }}{{ .repository }}{{ else }}{{ .registry }}/{{ .image }}{{ end }}:{{ .tag }}{{ if .digest }}@{{ .digest }}{{ end }}"
{{- end }}`,
      [
        '<controller.image.repository>:<controller.image.tag>@<controller.image.digest>  if controller.image controller.image.repository controller.image.digest',
        '<controller.image.repository>:<controller.image.tag>  if controller.image controller.image.repository !controller.image.digest',
        '<controller.image.registry>/<controller.image.image>:<controller.image.tag>@<controller.image.digest>  if controller.image !controller.image.repository controller.image.digest',
        '<controller.image.registry>/<controller.image.image>:<controller.image.tag>  if controller.image !controller.image.repository !controller.image.digest',
      ],
    ],
    ['printf', 'image: {{ printf "%s/%s:%v" .Values.r "b" .Values.t | quote }}', ['<r>/b:<t>']],
    [
      'a part of a text',
      'image: {{ .Values.kubeSchedulerImageName }}:{{ .Values.tag | default (split "-" .Capabilities.KubeVersion.GitVersion)._0 }}',
      ['<kubeSchedulerImageName>:<tag or <? split._0>>'],
    ],
    ['what must be set', 'image: {{ required "set it" .Values.a }}', ['<a>']],
    ['a template in the values', 'image: {{ tpl .Values.a $ }}', ['<a|tpl>']],
    ['the first that is set', 'image: {{ coalesce .Values.a .Values.b "c" }}', ['<a or <b or c>>']],
    ['or', 'image: {{ or .Values.a "b" }}', ['<a or b>']],
    ['ternary', 'image: {{ ternary "a" .Values.b (eq .Values.k "x") }}', ['a  if k=x', '<b>  if !k=x']],
    [
      'trimmed ends',
      'image: {{ .Values.r | trimSuffix "/" }}/a:{{ trimPrefix "v" .Values.t }}',
      ['<r|trimSuffix/>/a:<t|trimPrefixv>'],
    ],
    ['keys by name', 'image: {{ index .Values "a-b" "c" }}{{ get .Values.m "k" }}', ['<a-b.c><m.k>']],
    ['a key with a fallback', 'image: {{ dig "a" "b" "c" .Values.m }}', ['<m.a.b or c>']],
    ['merged maps', 'image: {{ (merge .Values.a .Values.b).x }}', ['<a.x or <b.x>>']],
    ['pluck', 'image: {{ pluck "k" .Values.a .Values.b | first }}', ['<a.k or <b.k>>']],
    ['a fallback for a map', 'image: {{ (.Values.a | default dict).b }}', ['<a.b>']],
    [
      'joined',
      'image: {{ join "/" (list .Values.a "b") }}{{ cat .Values.c ":1" | nospace }}',
      ['<a>/b<c|nospace>:1'],
    ],
    [
      'what a list holds',
      'image: {{ prepend (list "c") (list .Values.a .Values.b | compact | first) | compact | join "/" }}',
      ['<a>/c  if b a', '<b>/c  if b !a', '<a>/c  if !b a', 'c  if !b !a'],
    ],
    ['lower case', 'image: {{ lower .Values.a }}/{{ "B" | lower }}', ['<a|lower>/b']],
    ['the root', '{{ range .Values.l }}\nimage: {{ $.Values.a }}\n{{ end }}', ['<a>  if ?']],
    ['a comment', 'image: a:1 {{/* image: b */}}', ['a:1']],
    ['the line below', 'image:\n  {{ .Values.a }}', ['<a>']],
    ['an empty branch', 'image: {{ if .Values.a }}{{ .Values.a }}{{ end }}', ['<a>  if a']],
    ['what is not known', 'image: {{ lookup "v1" "Pod" "a" "b" }}:1', ['<? lookup>:1']],
  ])('%s', (_name, text, expected) => expect(images(text)).toEqual([expected]));

  it('variables, also those that branches assign', () => {
    const text = `{{- $registry := .Values.image.registry -}}
{{- if .Values.global }}{{ if .Values.global.registry }}{{ $registry = .Values.global.registry }}{{ end }}{{ end -}}
image: {{ $registry }}/a`;
    expect(images(text)).toEqual([
      [
        '<global.registry>/a  if global global.registry',
        '<image.registry>/a  if global !global.registry',
        '<image.registry>/a  if !global',
      ],
    ]);
  });

  it('each field of a branch by itself, with its condition', () => {
    const text =
      '{{ if .Values.a }}\nimage: b\n{{ else if eq .Values.c "d" }}\nimage: e\n{{ else }}\nimage: f\n{{ end }}';
    expect(images(text)).toEqual([['b  if a'], ['e  if !a c=d'], ['f  if !a !c=d']]);
  });

  it('elements of maps and lists', () => {
    const text = `{{ range $name, $it := .Values.images }}\n- image: {{ $it.repository }}:{{ .tag }}\n{{ end }}`;
    expect(images(text)).toEqual([['<images.*.repository>:<images.*.tag>  if ?']]);
    const known = `{{ range list .Values.a .Values.b }}\n- image: {{ .name }}\n{{ end }}`;
    expect(images(known)).toEqual([['<a.name>  if ?'], ['<b.name>  if ?']]);
  });
});

describe('named templates', () => {
  it('print with the values that they are given', () => {
    const named = `{{- define "x.image" -}}
{{- $registry := default .image.registry (.global).imageRegistry -}}
{{- if $registry -}}{{ printf "%s/%s:%s" $registry .image.repository (.image.tag | toString) }}
{{- else -}}{{ printf "%s:%s" .image.repository .image.tag }}{{ end }}
{{- end -}}`;
    const use =
      'image: {{ include "x.image" (dict "image" .Values.web.image "global" .Values.global) | quote }}';
    expect(images(named, use)).toEqual([
      [
        '<global.imageRegistry or <web.image.registry>>/<web.image.repository>:<web.image.tag>  if (global.imageRegistry/web.image.registry)',
        '<web.image.repository>:<web.image.tag>  if !global.imageRegistry !web.image.registry',
      ],
    ]);
  });

  it('put a registry of the system in front', () => {
    const named = `{{ define "system_default_registry" -}}
{{- if .Values.global.cattle.systemDefaultRegistry -}}
{{- printf "%s/" .Values.global.cattle.systemDefaultRegistry -}}
{{- else -}}
{{- "" -}}
{{- end -}}
{{- end -}}`;
    const use = 'image: {{ template "system_default_registry" . }}{{ .Values.r }}:{{ .Values.t }}';
    const registry = 'global.cattle.systemDefaultRegistry';
    expect(images(named, use)).toEqual([
      [`<${registry}>/<r>:<t>  if ${registry}`, `<r>:<t>  if !${registry}`],
    ]);
  });

  it('hold fields of their own, once for each context', () => {
    const named = '{{ define "pod" }}\ncontainers:\n- image: {{ .image }}\n{{ end }}';
    const use = 'a:\n  {{ include "pod" .Values.a | nindent 2 }}\nb:\n  {{ template "pod" .Values.b }}';
    expect(images(named, use)).toEqual([['<a.image>'], ['<b.image>']]);
  });

  it('are read as if given the root if nothing prints them', () => {
    expect(images('{{ define "x" }}\nimage: {{ .Values.a }}\n{{ end }}')).toEqual([['<a>']]);
  });

  it('take lists, and are named by values that are known', () => {
    const named = '{{ define "x.y" }}{{ $root := index . 0 }}{{ $root.Values.r }}/{{ index . 1 }}{{ end }}';
    expect(images(named, 'image: {{ include (printf "x.%s" "y") (list $ "b") }}')).toEqual([['<r>/b']]);
  });

  it('of a library for images are known by what they are given', () => {
    const text =
      'image: {{ include "common.images.image" (dict "imageRoot" .Values.image "global" .Values.global "chart" .Chart) }}';
    const name = '<global.imageRegistry or <image.registry>>/<image.repository>';
    expect(images(text)[0]?.slice(0, 2)).toEqual([
      `${name}@<image.digest>  if (global.imageRegistry/image.registry) image.digest`,
      `${name}:<image.tag or <chart AppVersion>>  if (global.imageRegistry/image.registry) !image.digest`,
    ]);
    expect(images(text)[0]).toHaveLength(4);
  });

  it('that are missing are unknown', () => {
    expect(images('image: {{ include "other.image" . }}')).toEqual([['<? other.image>']]);
    expect(uses('image: {{ include "other.image" .Values.a }}')).toEqual(['whole a in image']);
  });
});

describe('spans', () => {
  it('of values are their expressions, of literals the text as written', () => {
    const text = 'spec:\n  image: "{{ printf "%s/b" .Values.a }}:1" # c';
    const [image] = chart(text).images;
    const parts = image?.alternatives[0]?.parts ?? [];
    expect(parts.map(({ span }) => text.slice(span.start, span.end))).toEqual(['.Values.a', '/b', ':1']);
    expect(text.slice(image?.span.start, image?.span.end)).toBe('{{ printf "%s/b" .Values.a }}:1');
    expect(image?.field).toBe('spec.image');
  });
});

describe('uses', () => {
  it.each([
    ['image: {{ .Values.a }}', ['image a in image']],
    ['args:\n- --x={{ .Values.a }}', ['print a in args[0]']],
    ['{{ if .Values.a }}\nb: c\n{{ end }}', ['condition a']],
    ['{{ if eq .Values.a "x" }}{{ end }}', ['compare a']],
    ['{{ if and .Values.a (not .Values.b) }}{{ end }}', ['condition b', 'condition a']],
    ['x: {{ .Values.a | replace "k8s.gcr.io" "b.io" }}', ['compare a in x']],
    ['x: {{ semverCompare ">1" .Values.a.tag }}', ['compare a.tag in x']],
    ['x:\n  {{- toYaml .Values.a | nindent 2 }}', ['whole a']],
    ['{{ with .Values.a }}\nx: {{ .b }}\n{{ end }}', ['condition a', 'print a.b in x']],
    ['{{ $x := .Values.a }}x: {{ $x.b | quote }}', ['print a.b in x']],
    ['x: {{ tpl (toYaml .Values.a) . }}', ['whole a in x']],
    ['x: {{ .Values.a | b64enc }}', ['print a in x']],
    ['{{ define "n" }}{{ .x }}{{ end }}y: {{ include "n" (dict "x" .Values.a) }}', ['print a in y']],
  ])('%s', (text, expected) => expect(uses(text)).toEqual(expected));
});

describe('limits', () => {
  it('more ways than can be followed are one that is unknown', () => {
    const ways = Array.from({ length: 7 }, (_, at) => `{{ if .Values.c${at} }}a{{ else }}b{{ end }}`).join(
      '',
    );
    expect(images(`image: ${ways}`)).toEqual([['<? too many alternatives>']]);
    expect(images(`image: ${ways.slice(0, ways.length / 2)}`)[0]?.length).toBeGreaterThan(4);
  });

  it('named templates that print themselves end', () => {
    const text = '{{ define "x" }}{{ include "x" (dict "a" .) }}{{ end }}\nimage: {{ include "x" . }}';
    expect(images(text)).toEqual([['<? x, which prints itself>']]);
  });

  it('a template that prints two of itself takes bounded time', { timeout: 20_000 }, () => {
    const text =
      '{{ define "x" }}{{ include "x" (dict "a" .) }}{{ include "x" (dict "b" .) }}{{ end }}\nimage: {{ include "x" . }}';
    expect(chart(text).images).toHaveLength(1);
  });

  // Each of these is quadratic or worse where work is done again for each node, option or part.
  it.each([
    ['fields', 'image: a\n'.repeat(5_000)],
    ['fields with actions', 'image: {{ .Values.a }}\n'.repeat(5_000)],
    ['branches', '{{ if .Values.a }}b{{ else }}c{{ end }}'.repeat(5_000)],
    ['a long text', `{{ define "x" }}${'{{ .Values.a }}b'.repeat(5_000)}{{ end }}image: {{ include "x" . }}`],
    ['variables', '{{ $a := .Values.a }}{{ if $a }}{{ $a = .Values.b }}{{ end }}'.repeat(3_000)],
    ['pipes', `image: {{ .Values.a ${'| default .Values.b '.repeat(3_000)} }}`],
    ['calls', `image: {{ printf "%s" ${'.Values.a '.repeat(3_000)} }}`],
    ['parentheses', `image: ${`{{ ${'(default .Values.a '.repeat(90)}1${')'.repeat(90)} }}`.repeat(100)}`],
    ['nested blocks', `${'{{ range .Values.a }}'.repeat(100)}image: {{ . }}${'{{ end }}'.repeat(100)}`],
    [
      'alternatives of alternatives',
      '{{ $a := or .Values.a .Values.b }}{{ $a = and $a $a (ternary $a 1 $a) }}'.repeat(500),
    ],
    [
      'maps in maps',
      `{{ $a := dict }}${'{{ $a = dict "x" $a "y" $a }}'.repeat(500)}image: {{ include "n" $a }}`,
    ],
    [
      'a map in itself',
      '{{ $a := dict }}{{ $_ := set $a "a" $a }}{{ define "x" }}{{ .a.a }}{{ end }}image: {{ include "x" $a }}{{ toYaml $a }}',
    ],
    ['layers', `{{ $a := .Values.a }}${'{{ $a = merge $a $a }}'.repeat(300)}image: {{ $a.b.c }}`],
  ])('%s take bounded time', { timeout: 20_000 }, (_name, text) => {
    expect(chart(text).faults.filter(({ code }) => code !== 'too-much')).toEqual([]);
  });

  it('faults say in which file', () => {
    expect(chart('image: a', '{{ if }}').faults.map(({ file, code }) => `${file} ${code}`)).toEqual([
      'templates/1.yaml unclosed-block',
      'templates/1.yaml unreadable-expression',
    ]);
  });
});

describe('with values filled in', () => {
  const values: Readonly<Record<string, string>> = {
    'i.registry': 'k8s.gcr.io/',
    'i.repository': 'a/b',
    'i.v': 'v1',
  };
  const lookup = (path: readonly string[]): string | undefined => values[path.join('.')];
  const printed = (text: string) =>
    chart(text).images[0]?.alternatives.map((alternative) => ({
      applies: appliesTo(alternative, lookup),
      text: evaluateImage(alternative, lookup, { AppVersion: '3' })?.text,
    }));

  it.each([
    ['image: "{{ .Values.i.registry }}{{ .Values.i.repository }}:{{ .Values.i.tag }}"', 'k8s.gcr.io/a/b:'],
    ['image: {{ .Values.i.repository }}:{{ .Values.i.tag | default .Chart.AppVersion }}', 'a/b:3'],
    ['image: {{ .Values.i.registry | trimSuffix "/" }}/{{ .Values.i.v | trimPrefix "v" }}', 'k8s.gcr.io/1'],
    ['image: {{ coalesce .Values.x .Values.y "c" | upper }}', undefined],
  ])('%s', (text, expected) => expect(printed(text)).toEqual([{ applies: true, text: expected }]));

  it('one alternative applies', () => {
    const text =
      'image: {{ if .Values.i.x }}x{{ else if eq .Values.i.v "v1" }}y{{ else }}z{{ end }}{{ if .Capabilities.X }}1{{ else }}2{{ end }}';
    expect(printed(text)?.filter(({ applies }) => applies !== false)).toEqual([
      { applies: undefined, text: 'y1' },
      { applies: undefined, text: 'y2' },
    ]);
  });

  it('pieces say which part printed what', () => {
    const [image] = chart('image: {{ .Values.i.repository }}:{{ .Values.t | default "9" }}').images;
    const { text, pieces } = evaluateImage(image!.alternatives[0]!, lookup, {})!;
    expect(pieces.map(({ start, end, part }) => [text.slice(start, end), part.kind])).toEqual([
      ['a/b', 'value'],
      [':', 'literal'],
      ['9', 'literal'],
    ]);
  });
});

describe('any templates', () => {
  const word = fc.constantFrom(
    ...[
      '{{ .Values.a }}',
      '{{ if .Values.b }}',
      '{{ else }}',
      '{{ end }}',
      '{{ with .Values.c }}',
      '{{ .d }}',
      ' ',
      '\n',
      '{{ range $k, $v := .Values.e }}',
      '{{ $x := .Values.f }}',
      '{{ $x = .y }}',
      '{{ $x }}',
      '{{ define "n" }}',
      '{{ include "n" . }}',
      '{{ template "n" (dict "d" $) }}',
      '\nimage: ',
      '- image: "',
      '"',
      'a:',
      "'",
      '{{ $k }}',
      '{{ default "z" (printf "%s/%s" .Values.g .h) | quote }}',
      '{{ merge . .Values | toYaml }}',
      '{{ index . "k" 0 }}',
      '{{ $_ := set . "d" . }}',
      '{{ list . $ | first }}',
      '{{ ternary 1 2 (eq .a .b) }}',
      '{{ $.Values }}',
      '{{',
    ],
  );
  const text = fc.array(word, { maxLength: 30 }).map((words) => words.join(''));

  it('are run, with spans in their texts', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 3 }), (texts) => {
        const { images: found, uses: used, faults } = chart(...texts);
        const inText = ({ file, span }: { file: string; span: { start: number; end: number } }): boolean => {
          const length = texts[Number(/\d+/.exec(file)?.[0])]?.length ?? -1;
          return 0 <= span.start && span.start <= span.end && span.end <= length;
        };
        const origins = found.flatMap((image) => [
          image,
          ...image.alternatives.flatMap(({ parts }) => parts),
        ]);
        expect([...origins, ...used].filter((origin) => !inText(origin))).toEqual([]);
        expect(faults.every(({ file, at }) => inText({ file, span: { start: at, end: at } }))).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
