import { contexts, type FileAnalysis, type Finding } from '@regmigrate/core';
import type { Verdicts } from '../judge/verdicts.ts';
import { namesOf } from './name-of.ts';

/** Image Updater looks for images by name, in whatever an Application runs. */
export const isUpdater = ({ context, locator = '' }: Finding): boolean =>
  context === 'update-source' && /argocd-image-updater|^ImageUpdater\b/.test(locator);

/** What Skaffold and Tilt build they put wherever a manifest has its name. */
const isArtifact = ({ context, locator = '', file }: Finding): boolean =>
  context === 'push-target' &&
  (/^Config .*\bartifacts\b/.test(locator) || /(?:^|\/)Tiltfile(?:\.[^/]*)?$|\.tiltfile$/i.test(file));

const isMatch = (finding: Finding): boolean =>
  finding.context === 'override-key' || isUpdater(finding) || isArtifact(finding);

/**
 * Both sides of what a tool matches by name. Which files it is given is not in the tree, so nobody can prove that
 * they are all there; to rename one side alone ends the match without a word. So neither side is safe, whatever a
 * user says of such places, and what a person must change holds back all that has its name.
 */
export function lowerMatched(analyses: readonly FileAnalysis[], verdicts: Verdicts): void {
  const findings = analyses.flatMap((analysis) => analysis.findings);
  const matches = new Map<string, Finding[]>();
  for (const finding of findings.filter(isMatch))
    for (const name of namesOf(finding)) {
      const known = matches.get(name);
      if (known) known.push(finding);
      else matches.set(name, [finding]);
    }
  if (matches.size === 0) return;
  const held = heldBy(findings, matches);
  for (const finding of findings) {
    if (isMatch(finding)) verdicts.lower(finding, 'unsafe', BY_NAME);
    for (const name of namesOf(finding)) {
      const holder = held.get(name);
      const other = [holder, ...(matches.get(name) ?? [])].find((one) => one && one !== finding);
      if (other) verdicts.lower(finding, holder ? 'manual' : 'unsafe', reasonOf(other));
    }
  }
}

const BY_NAME = 'images are found by this name, in files that are not known; both sides must change together';

function reasonOf(other: Finding): string {
  const where = other.locator === undefined ? other.file : `${other.file} (${other.locator})`;
  return isMatch(other)
    ? `${where} finds images by this name; both must change together`
    : `${where} is found by this name and is for a person; both must change together`;
}

/** By name, what a person must change of those that match or are matched. */
function heldBy(
  findings: readonly Finding[],
  matches: ReadonlyMap<string, readonly Finding[]>,
): ReadonlyMap<string, Finding> {
  const held = new Map<string, Finding>();
  for (const finding of findings) {
    const isSide = isMatch(finding) || contexts[finding.context].ceiling === 'safe';
    if (!isSide || finding.applicability !== 'manual') continue;
    for (const name of namesOf(finding))
      if (matches.has(name) && !(held.has(name) && !isMatch(finding))) held.set(name, finding);
  }
  return held;
}
