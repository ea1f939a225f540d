import { parseVersion, printVersion } from './chart-version.ts';

/** Which number of a version is raised. */
export type VersionStep = 'patch' | 'minor';

export type RaisedVersion =
  { readonly ok: true; readonly version: string } | { readonly ok: false; readonly reason: string };

/** The next version, or why only people can tell it. What stands behind a plus is kept: it names something else. */
export function raiseVersion(written: string, step: VersionStep): RaisedVersion {
  const version = parseVersion(written);
  if (!version) return { ok: false, reason: `${written} is no version to count on from` };
  const [major, minor, patch] = version.numbers;
  if (version.prerelease !== '') return { ok: false, reason: `${written} is a pre-release` };
  if (major + minor + patch === 0)
    return { ok: false, reason: `${written} stands for one that a release sets` };
  const numbers = step === 'patch' ? ([major, minor, patch + 1] as const) : ([major, minor + 1, 0] as const);
  return { ok: true, version: printVersion({ ...version, numbers }) };
}
