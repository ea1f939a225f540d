import { posix } from 'node:path';
import { LineIndex, type Companion, type Hint, type Tree } from '@regmigrate/core';
import { readValues, scalarAt, nodeAt } from '@regmigrate/formats';
import type { ChartRaises } from './chart-raises.ts';
import { parseVersion } from './chart-version.ts';
import { isInRange } from './is-in-range.ts';
import type { LocalChart, LocalDependency } from './local-chart.ts';

/** What the charts that ask for this one by version must change when it gets another: pins follow, ranges are told. */
export function followVersion(
  { folder, version }: LocalChart,
  charts: readonly LocalChart[],
  tree: Tree,
  next: string,
): ChartRaises {
  const companions: Companion[] = [];
  const hints: Hint[] = [];
  for (const dependent of charts) {
    const asked = dependent.dependencies.filter((dependency) => dependency.folder === folder);
    for (const dependency of asked) {
      if (!dependency.version || isInRange(plain(next), dependency.version.text) === true) continue;
      const isPin = parseVersion(dependency.version.text) !== undefined;
      if (isPin && dependency.version.text === version?.text)
        companions.push(movePin(dependent, dependency, next));
      else hints.push(tellRange(dependent, dependency, next));
    }
    const lock = asked.length === 0 ? undefined : lockOf(tree, dependent, asked);
    if (lock !== undefined)
      hints.push({
        file: lock,
        code: 'chart-lock',
        message: `it holds a version of ${asked[0]?.name ?? ''} that is raised: run helm dependency update`,
      });
  }
  return { companions, hints };
}

function movePin(
  { name }: LocalChart,
  { version, file, text, ...dependency }: LocalDependency,
  next: string,
): Companion {
  const span = version?.span ?? { start: 0, end: 0 };
  const old = version?.text ?? '';
  return {
    kind: 'dependency-version',
    file,
    start: new LineIndex(text).at(span.start),
    edits: [{ span, expected: old, text: next }],
    old,
    new: next,
    why: `${name} asks for this version of ${dependency.name}`,
  };
}

function tellRange(
  { name }: LocalChart,
  { version, file, ...dependency }: LocalDependency,
  next: string,
): Hint {
  const range = version?.text ?? '';
  return {
    file,
    code: 'dependency-range',
    message: `${name} asks for ${dependency.name} ${range}, which may leave out ${next}: change the range`,
  };
}

/** The lock file that tells a version of one of these dependencies. Only Helm can write it: it holds a digest. */
function lockOf(tree: Tree, { folder }: LocalChart, asked: readonly LocalDependency[]): string | undefined {
  const names = tree.list(folder).filter((name) => name === 'Chart.lock' || name === 'requirements.lock');
  return names
    .map((name) => posix.join(folder, name))
    .find((path) => {
      const lock = readValues(tree.read(path) ?? '');
      const entries = nodeAt(lock, ['dependencies'])?.children ?? [];
      return entries.some((_, index) =>
        asked.some(({ name }) => name === scalarAt(lock, ['dependencies', String(index), 'name'])),
      );
    });
}

/** Without `v` and what stands behind a plus, neither of which counts in a range. */
const plain = (version: string): string => version.replace(/^v|\+.*$/g, '');
