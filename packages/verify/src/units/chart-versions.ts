import { parse } from 'yaml';
import type { ChartVersions } from '../compare/explain-differences.ts';
import { joinPath } from '../tree/tree-path.ts';
import { asMap } from './read-yaml.ts';

/** What Chart.yaml says of itself in both states; `files` by where they stand in the copy. */
export function chartVersions(
  folder: string,
  before: ReadonlyMap<string, Buffer>,
  after: ReadonlyMap<string, Buffer>,
): ChartVersions {
  const read = (files: ReadonlyMap<string, Buffer>): ChartVersions['before'] => {
    const { version, appVersion } = mapIn(files.get(joinPath(folder, 'Chart.yaml')));
    return { version: String(version ?? ''), appVersion: String(appVersion ?? '') };
  };
  return { before: read(before), after: read(after) };
}

function mapIn(bytes: Buffer | undefined): ReturnType<typeof asMap> {
  try {
    return asMap(parse(bytes?.toString() ?? '', { uniqueKeys: false, logLevel: 'silent' }));
  } catch {
    return {};
  }
}
