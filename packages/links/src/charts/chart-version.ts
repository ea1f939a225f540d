/** A version of SemVer 2 as written, `v1.2.3-rc.1+up4.0`, in its parts. */
export interface ChartVersion {
  /** `v`, or empty. */
  readonly prefix: string;
  readonly numbers: readonly [major: number, minor: number, patch: number];
  /** With their signs; empty where there is none. */
  readonly prerelease: string;
  readonly build: string;
}

const VERSION =
  /^(v?)(0|[1-9]\d{0,14})\.(0|[1-9]\d{0,14})\.(0|[1-9]\d{0,14})(-[\dA-Za-z.-]+)?(\+[\dA-Za-z.-]+)?$/;

/** Undefined for what is no whole version: `1.2`, a template. */
export function parseVersion(text: string): ChartVersion | undefined {
  const match = VERSION.exec(text);
  if (!match) return undefined;
  const [, prefix = '', major, minor, patch, prerelease = '', build = ''] = match;
  return { prefix, numbers: [Number(major), Number(minor), Number(patch)], prerelease, build };
}

export const printVersion = ({ prefix, numbers, prerelease, build }: ChartVersion): string =>
  `${prefix}${numbers.join('.')}${prerelease}${build}`;

/** Whether a version comes after another. The order of two pre-releases of one version is not asked. */
export function isAfter(a: ChartVersion, b: ChartVersion): boolean {
  const difference = compareNumbers(a.numbers, b.numbers);
  return difference === 0 ? b.prerelease !== '' && a.prerelease !== b.prerelease : difference > 0;
}

/** Below 0 where `a` comes first. */
export function compareNumbers(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((number, index) => number !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}
