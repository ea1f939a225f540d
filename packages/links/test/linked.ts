import { analyzeUnlinked, memoryTree } from '@regmigrate/testkit';
import { isKustomization } from '../src/kustomize/is-kustomization.ts';
import { linkFindings } from '../src/link-findings.ts';

/** What becomes of a tree of texts by path: `path old verdict` for each finding, codes of lints and problems. */
export async function linked(
  files: Readonly<Record<string, string>>,
  given: (path: string) => boolean = () => true,
): Promise<{
  readonly verdicts: readonly string[];
  /** How many findings each set has. */
  readonly sets: readonly number[];
  readonly lints: readonly string[];
  readonly problems: readonly string[];
}> {
  const tree = memoryTree(files);
  const paths = Object.keys(files);
  const { analyses, lints, problems } = await linkFindings(
    paths.filter(given).map((path) => analyzeUnlinked({ path, text: files[path] ?? '' })),
    {
      tree,
      covers: given,
      kustomizations: () => Promise.resolve(paths.filter(isKustomization)),
      nameOf: (path) => path,
      filesWith: (pattern) =>
        Promise.resolve(paths.filter((path) => new RegExp(pattern).test(files[path] ?? ''))),
    },
  );
  const findings = analyses.flatMap((analysis) => analysis.findings);
  const sizes = new Map<string, number>();
  for (const { together } of findings)
    if (together !== undefined) sizes.set(together, (sizes.get(together) ?? 0) + 1);
  return {
    verdicts: findings.map(({ file, old, applicability }) => `${file} ${old} ${applicability}`),
    sets: [...sizes.values()].sort(),
    lints: lints.map(({ file, code }) => `${file} ${code}`),
    problems: problems.map(({ file, code }) => `${file} ${code}`),
  };
}
