/** A value of a subchart, and what it should be. */
export interface SubchartValue {
  /** The way to the subchart's values in those of the parent, for each alias that it has: `web.redis`. */
  readonly keys: readonly string[];
  /** In the subchart's own values: `image.repository`. */
  readonly path: string;
  readonly value: string;
}

/**
 * What a parent chart can set so that a subchart uses the new name, as the end of a sentence; undefined for a value
 * that it cannot set by itself. An entry of a list is one: to override it is to write the whole list again.
 */
export function overrideAdvice(
  values: readonly SubchartValue[],
  file = 'values.yaml of the parent chart',
): string | undefined {
  if (values.length === 0 || values.some(({ path }) => /\[\d+\]/.test(path))) return undefined;
  const settings = values.flatMap(({ keys, path, value }) =>
    pathsInParent(keys, path).map((full) => `${full} to ${value}`),
  );
  return `set ${settings.join(' and ')} in ${file}`;
}

/** Values under `global` are the same for all charts of a release. */
function pathsInParent(keys: readonly string[], path: string): readonly string[] {
  if (/^global[.[]/.test(path)) return [path];
  return keys.map((key) => (path.startsWith('[') ? `${key}${path}` : `${key}.${path}`));
}
