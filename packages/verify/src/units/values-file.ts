import { joinPath } from '../tree/tree-path.ts';

type Files = ReadonlyMap<string, Buffer>;

/** Values to render a chart with, beside its own. */
export interface ValuesFile {
  /** How it is told: as the user gave it, or from the chart's folder. */
  readonly shown: string;
  /** Its contents in a state, of which all files are given; undefined where there was none. */
  readonly in: (state: 'before' | 'after', files: Files) => Buffer | undefined;
}

/** The sets of values that a chart brings along for its tests, as chart-testing finds them. */
export function ciValues(folder: string, after: Files): readonly ValuesFile[] {
  const prefix = joinPath(folder, 'ci/');
  return [...after.keys()]
    .filter((path) => path.startsWith(prefix) && /^[^/]*-values\.yaml$/.test(path.slice(prefix.length)))
    .sort()
    .map((path) => ({ shown: path.slice(prefix.length - 'ci/'.length), in: (_, files) => files.get(path) }));
}
