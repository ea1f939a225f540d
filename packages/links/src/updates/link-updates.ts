import type { FileAnalysis, Finding, Kept, Tree } from '@regmigrate/core';
import { Verdicts } from '../judge/verdicts.ts';
import { isUpdate, reasonAlone } from './lower-alone.ts';
import { lowerHints } from './lower-hints.ts';
import { isUpdater, lowerMatched } from './lower-matched.ts';
import { readUpdateObjects, updatePattern } from './update-objects.ts';
import { updateSets, type UpdateSet } from './update-sets.ts';

export interface UpdateOptions {
  readonly tree: Tree;
  /** Whether a path lies in what the user asked to fix. */
  readonly covers: (path: string) => boolean;
  /** The one spelling of a path, relative to the working directory. */
  readonly nameOf: (path: string) => string;
  /** The YAML files of the repository whose text matches. Asked only where some may matter. */
  readonly filesWith: (pattern: string) => Promise<readonly string[]>;
}

/**
 * What automations look up and what they write moves together, or the old name comes back. Comes after the links of
 * kustomizations, whose sets go on being whole.
 */
export async function linkUpdates<T extends FileAnalysis>(
  analyses: readonly T[],
  options: UpdateOptions,
): Promise<readonly T[]> {
  const verdicts = new Verdicts();
  const findings = analyses.flatMap((analysis) => analysis.findings);
  const updates = findings.filter(isUpdate);
  for (const finding of updates)
    if (isUpdater(finding)) verdicts.lower(finding, 'unsafe', reasonAlone(finding));
  lowerMatched(analyses, verdicts);
  const written = updates.filter((finding) => finding.context !== 'update-hint' && !isUpdater(finding));
  if (written.length > 0) {
    const sets = await setsOf(analyses, options);
    const known = new Set(sets.flatMap((set) => [...set.findings]));
    for (const finding of written)
      if (!known.has(finding)) verdicts.lower(finding, 'unsafe', reasonAlone(finding));
    for (const set of joinSets(sets, findings)) judgeSet(set, verdicts);
  }
  for (const analysis of analyses) lowerHints(analysis, verdicts);
  return analyses.map((analysis) => verdicts.apply(analysis));
}

async function setsOf(
  analyses: readonly FileAnalysis[],
  { tree, covers, nameOf, filesWith }: UpdateOptions,
): Promise<readonly UpdateSet[]> {
  const mentions = new Map<string, Finding | Kept>();
  for (const { file, findings, kept } of analyses)
    for (const mention of [...findings, ...kept])
      mentions.set(`${mention.span.start}:${nameOf(file)}`, mention);
  const files = [...new Set((await filesWith(updatePattern)).map(nameOf))].toSorted();
  const read = files.map((file) => readUpdateObjects(file, tree.read(file) ?? ''));
  const objects = {
    lookups: read.flatMap(({ lookups }) => lookups),
    policies: read.flatMap(({ policies }) => policies),
    targets: read.flatMap(({ targets }) => targets),
  };
  return updateSets(objects, { covers, at: (file, { start }) => mentions.get(`${start}:${file}`) });
}

/** Sets that share a finding, or a set of kustomizations, are one. */
function joinSets(sets: readonly UpdateSet[], findings: readonly Finding[]): readonly UpdateSet[] {
  const bound = new Map<string, Finding[]>();
  for (const finding of findings)
    if (finding.together !== undefined)
      bound.set(finding.together, [...(bound.get(finding.together) ?? []), finding]);
  const joined = new Map<Finding, UpdateSet>();
  for (const { findings: own, limits } of sets) {
    const all = [...own].flatMap((finding) => bound.get(finding.together ?? '') ?? [finding]);
    const before = new Set(all.flatMap((finding) => joined.get(finding) ?? []));
    const set = {
      findings: new Set([...[...before].flatMap((other) => [...other.findings]), ...all]),
      limits: [...[...before].flatMap((other) => other.limits), ...limits],
    };
    for (const finding of set.findings) joined.set(finding, set);
  }
  return [...new Set(joined.values())];
}

function judgeSet({ findings, limits }: UpdateSet, verdicts: Verdicts): void {
  const members = [...findings].toSorted((a, b) =>
    a.file === b.file ? a.span.start - b.span.start : a.file < b.file ? -1 : 1,
  );
  for (const { verdict, reason } of limits)
    for (const finding of members) verdicts.lower(finding, verdict, reason);
  for (const member of members) {
    const verdict = verdicts.of(member);
    const { file, locator } = member;
    const where = locator === undefined ? file : `${file} (${locator})`;
    const reason = `it changes together with ${where}: ${verdicts.reasonOf(member) ?? member.message}`;
    for (const other of members)
      if (other !== member) verdicts.lower(other, verdict === 'keep' ? 'manual' : verdict, reason);
  }
  const [first] = members;
  if (first && members.length > 1)
    for (const finding of members) verdicts.bind(finding, `update:${first.file}:${first.span.start}`);
}
