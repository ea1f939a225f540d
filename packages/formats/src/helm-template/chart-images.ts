import type { ChartImages, TemplateFile } from './chart-image.ts';
import { evaluateBody } from './evaluate-body.ts';
import { Evaluation } from './evaluation.ts';
import { readTemplate } from './read-template.ts';
import type { NamedTemplate, Scope, Source } from './scope.ts';
import { fieldsOf } from './split-fields.ts';
import { always, type Single, type Value } from './value.ts';
import { Variables } from './variables.ts';

const PROVIDED = ['Chart', 'Release', 'Capabilities', 'Files', 'Template', 'Subcharts'];

/**
 * Runs the templates of one chart with symbols for its values: what each image field prints, and where
 * else the values are used. Total and bounded; what could not be followed is an `unknown` part, and what
 * could not be read a fault.
 */
export function chartImages({ templates }: { readonly templates: readonly TemplateFile[] }): ChartImages {
  const sources = templates.map(readSource);
  const definitions = new Map<string, NamedTemplate>();
  for (const source of sources)
    for (const definition of source.template.definitions)
      definitions.set(definition.name, { source, definition });
  const run = new Evaluation(
    definitions,
    templates.reduce((size, { text }) => size + text.length, 0),
  );
  for (const { path, template } of sources)
    for (const fault of template.faults) run.log.faults.push({ ...fault, file: path });
  for (const source of sources) evaluateBody(run, source.template.nodes, topScope(source));
  // What no template prints may be printed by other charts; most are given the root.
  for (const [name, { source }] of definitions)
    if (!run.entered.has(name)) run.walk(topScope(source), name, topScope(source).dot);
  const { images, uses, compared, faults } = run.log;
  return { images, uses, compared, faults };
}

function readSource({ path, text }: TemplateFile): Source {
  const template = readTemplate(text);
  return { path, text, template, fields: fieldsOf(text, template), split: new Map() };
}

function topScope(source: Source): Scope {
  const root = rootValue(source.path);
  const place = { when: [], depth: 0, inField: false, collects: false };
  return { source, dot: root, root, variables: new Variables(), ...place };
}

/** What `.` is where a template begins. */
function rootValue(file: string): Value {
  const values: Single = { kind: 'values', path: [], origin: { file, span: { start: 0, end: 0 } } };
  const entries = new Map<string, Value>([['Values', always(values)]]);
  for (const name of PROVIDED) entries.set(name, always({ kind: 'object', name }));
  return always({ kind: 'map', entries, open: true });
}
