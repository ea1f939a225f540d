import { clip, count, createPaint, grouped, toPrintable, wrap, type Paint } from '@regmigrate/reporters';
import { printPath, type Difference, type LeftReference } from '@regmigrate/verify';
import type { Base, RenderingResult, Status, Verification } from '@regmigrate/verify';
import { printValue } from './print-value.ts';
import { countStatuses, statusOrder } from './status-order.ts';
import type { VerifyView } from './verify-formats.ts';

/** Differences and references told of a rendering unless all are asked for. */
const FEW = 5;
const LABEL = 'unchanged'.length;
const INDENT = ' '.repeat(LABEL + 4);

const COLORS = {
  proven: 'green',
  unchanged: 'green',
  left: 'yellow',
  unproven: 'magenta',
  failed: 'red',
} as const satisfies Record<Status, keyof Paint>;

const MEANINGS: Readonly<Record<Status, string>> = {
  proven: 'only announced moves, and nothing retired is left',
  unchanged: 'the same as before, and nothing retired',
  left: 'retired references are left in what they render',
  unproven: 'not rendered or not compared: the reason stands with each',
  failed: 'differ by more than announced moves',
};

/** For people: each chart and kustomization that needs a look, and the sum. */
export function renderPretty(verification: Verification, view: VerifyView): string {
  const { results } = verification;
  const paint = createPaint(view.color);
  const width = Math.max(40, view.width);
  const lines: string[] = [];
  const told = results.filter(
    ({ status }) => view.verbose || (status !== 'proven' && status !== 'unchanged'),
  );
  for (const [index, result] of told.entries()) {
    if (result.path !== told[index - 1]?.path) {
      if (index > 0) lines.push('');
      lines.push(paint.bold(toPrintable(result.path)));
    }
    lines.push(...renderResult(result, { ...view, width }, paint));
  }
  if (told.length > 0) lines.push('');
  if (view.quiet && told.length === 0) return '';
  return `${[...lines, ...renderSummary(verification, width, paint)].join('\n')}\n`;
}

function renderResult(result: RenderingResult, view: VerifyView, paint: Paint): string[] {
  const { status, values, reason, moved, derived, random, differences, left } = result;
  const counts = [
    ...(moved > 0 ? [count(moved, 'move')] : []),
    ...(derived > 0 ? [`${grouped(derived)} derived`] : []),
    ...(random > 0 ? [`${grouped(random)} random`] : []),
  ].join(', ');
  const what = result.kind === 'chart' ? (values ?? 'default values') : 'kustomization';
  const notes = reason === undefined ? [] : wrap(toPrintable(reason), view.width - INDENT.length);
  return [
    `  ${paint[COLORS[status]](status.padEnd(LABEL))}  ${toPrintable(counts === '' ? what : `${what}: ${counts}`)}`,
    ...notes.map((line) => INDENT + line),
    ...few(differences, view, (difference) => renderDifference(difference, view.width, paint)),
    ...few(left, view, (reference) => renderLeft(reference, view.width, paint)),
  ];
}

function few<T>(
  items: readonly T[],
  { verbose }: VerifyView,
  render: (item: T) => readonly string[],
): string[] {
  // One more is told rather than counted.
  const shown = verbose || items.length <= FEW + 1 ? items : items.slice(0, FEW);
  const rest = items.length - shown.length;
  const more = rest > 0 ? [`and ${grouped(rest)} more (all: --verbose)`] : [];
  return [...shown.flatMap(render), ...more].map((line) => INDENT + line);
}

function renderDifference(
  { object, path, before, after }: Difference,
  width: number,
  paint: Paint,
): string[] {
  const room = width - INDENT.length;
  if (path.length === 0) return [`${toPrintable(object)} ${before === undefined ? 'is new' : 'is gone'}`];
  return [
    ...wrap(toPrintable(`${object} ${printPath(path)}`), room),
    paint.red(clip(`- ${toPrintable(printValue(before).slice(0, width))}`, room)),
    paint.green(clip(`+ ${toPrintable(printValue(after).slice(0, width))}`, room)),
  ];
}

function renderLeft(left: LeftReference, width: number, paint: Paint): string[] {
  const { reference, locator } = left;
  const room = width - INDENT.length;
  const places = [...(locator === undefined ? [] : [locator]), ...describeOrigin(left)];
  return [
    paint.yellow(clip(toPrintable(reference), room)),
    ...places.flatMap((place) => wrap(toPrintable(place), room - 2)).map((line) => `  ${line}`),
  ];
}

function describeOrigin({ template, origin }: LeftReference): readonly string[] {
  if (!origin) return template === undefined ? [] : [`from ${template}`];
  const { file, line, values } = origin;
  return [`from ${file}:${line}${values.length === 0 ? '' : `, which prints ${values.join(', ')}`}`];
}

function renderSummary({ results, bases }: Verification, width: number, paint: Paint): string[] {
  const charts = new Set(results.filter(({ kind }) => kind === 'chart').map(({ path }) => path)).size;
  const others = new Set(results.filter(({ kind }) => kind !== 'chart').map(({ path }) => path)).size;
  const units = [
    ...(charts > 0 ? [count(charts, 'chart')] : []),
    ...(others > 0 ? [count(others, 'kustomization')] : []),
  ].join(' and ');
  const compared = [...new Set(bases.map(baseOf))].join(' and ');
  const head = `${units} compared with ${compared}: ${count(results.length, 'rendering')}`;
  const counts = countStatuses(results);
  const column = grouped(results.length).length;
  const rows = statusOrder
    .filter((status) => counts[status] > 0)
    .flatMap((status) => {
      const [first = '', ...more] = wrap(MEANINGS[status], width - column - LABEL - 6);
      const start = `  ${grouped(counts[status]).padStart(column)}  ${paint[COLORS[status]](status.padEnd(LABEL))}  `;
      return [start + first, ...more.map((line) => ' '.repeat(column + LABEL + 6) + line)];
    });
  return [...wrap(toPrintable(head), width).map(paint.bold), ...rows];
}

function baseOf(base: Base): string {
  return base.kind === 'undo-record' ? 'the state before the last fix' : `commit ${base.commit.slice(0, 12)}`;
}
