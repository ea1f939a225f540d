import type { FileAnalysis, Finding, Tree } from '@regmigrate/core';
import { Mentions } from '../judge/mentions.ts';
import { Verdicts } from '../judge/verdicts.ts';
import { isUpdate, reasonAlone } from './lower-alone.ts';
import { lowerHints } from './lower-hints.ts';
import { isUpdater, lowerMatched } from './lower-matched.ts';
import { namesOf } from './name-of.ts';
import { readUpdateObjects, updatePattern } from './update-objects.ts';
import { updateSets, type Limit, type UpdateSet } from './update-sets.ts';

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
  const mentions = new Mentions(analyses, nameOf);
  const split = new Map(analyses.map(({ file, findings }) => [nameOf(file), byTail(findings)]));
  const files = [...new Set((await filesWith(updatePattern)).map(nameOf))].toSorted();
  const read = files.map((file) => readUpdateObjects(file, tree.read(file) ?? ''));
  const objects = {
    lookups: read.flatMap(({ lookups }) => lookups),
    policies: read.flatMap(({ policies }) => policies),
    targets: read.flatMap(({ targets }) => targets),
  };
  return updateSets(objects, {
    covers,
    at: (file, span) => mentions.at({ file, ...span }),
    splitIn: (file, path) => split.get(file)?.get(path) ?? [],
  });
}

/** Names that are split over keys, by all that they end in: `b/c` and `c` of `a.io/b/c`. */
function byTail(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const found = new Map<string, Finding[]>();
  for (const finding of findings.filter(({ references }) => references))
    for (const name of namesOf(finding))
      for (let at = name.indexOf('/'); at >= 0; at = name.indexOf('/', at + 1)) {
        const tail = name.slice(at + 1);
        const known = found.get(tail);
        if (known) known.push(finding);
        else found.set(tail, [finding]);
      }
  return found;
}

/** Sets that share a finding, or a set of kustomizations, are one. */
function joinSets(sets: readonly UpdateSet[], findings: readonly Finding[]): readonly UpdateSet[] {
  const bound = new Map<string, Finding[]>();
  for (const finding of findings)
    if (finding.together !== undefined) {
      const others = bound.get(finding.together);
      if (others) others.push(finding);
      else bound.set(finding.together, [finding]);
    }
  const joined = new Map<Finding, UpdateSet>();
  const taken = new Set<string>();
  for (const { findings: own, limits } of sets) {
    const all = [...own].flatMap((finding) => {
      const { together = '' } = finding;
      const others = taken.has(together) ? [] : (bound.get(together) ?? []);
      taken.add(together);
      return [finding, ...others];
    });
    // The smaller ones go into the largest, so that none is moved often.
    const [into = { findings: new Set<Finding>(), limits: [] }, ...rest] = [
      ...new Set(all.flatMap((finding) => joined.get(finding) ?? [])),
    ].toSorted((a, b) => b.findings.size - a.findings.size);
    for (const finding of [...all, ...rest.flatMap((other) => [...other.findings])]) {
      into.findings.add(finding);
      joined.set(finding, into);
    }
    into.limits.push(...rest.flatMap((other) => other.limits), ...limits);
  }
  return [...new Set(joined.values())];
}

function judgeSet({ findings, limits }: UpdateSet, verdicts: Verdicts): void {
  const members = [...findings].toSorted((a, b) =>
    a.file === b.file ? a.span.start - b.span.start : a.file < b.file ? -1 : 1,
  );
  for (const { verdict, reason } of strictest(limits))
    for (const finding of members) verdicts.lower(finding, verdict, reason);
  const weakest = WEAKER.map((isWeak) => members.find((member) => isWeak.has(verdicts.of(member)))).find(
    Boolean,
  );
  if (weakest) {
    const { file, locator } = weakest;
    const where = locator === undefined ? file : `${file} (${locator})`;
    const reason = `it changes together with ${where}: ${verdicts.reasonOf(weakest) ?? weakest.message}`;
    const verdict = verdicts.of(weakest) === 'unsafe' ? 'unsafe' : 'manual';
    for (const other of members) if (other !== weakest) verdicts.lower(other, verdict, reason);
  }
  const [first] = members;
  if (first && members.length > 1)
    for (const finding of members) verdicts.bind(finding, `update:${first.file}:${first.span.start}`);
}

/** The first of those that allow least; a set may have one for each of its lines. */
function strictest(limits: readonly Limit[]): readonly Limit[] {
  const limit = limits.find(({ verdict }) => verdict === 'manual') ?? limits[0];
  return limit ? [limit] : [];
}

/** Verdicts that hold others back, the strictest first. */
const WEAKER: readonly ReadonlySet<string>[] = [new Set(['keep', 'manual']), new Set(['unsafe'])];
