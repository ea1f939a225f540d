import type { FileAnalysis, Finding } from '@regmigrate/core';
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
 * they are all there; to rename one side alone ends the match without a word.
 */
export function lowerMatched(analyses: readonly FileAnalysis[], verdicts: Verdicts): void {
  const findings = analyses.flatMap((analysis) => analysis.findings);
  const matches = new Map<string, Finding>();
  for (const finding of findings)
    if (isMatch(finding)) for (const name of namesOf(finding)) matches.set(name, finding);
  if (matches.size === 0) return;
  for (const finding of findings) {
    for (const name of namesOf(finding)) {
      const match = matches.get(name);
      if (!match || match === finding) continue;
      const where = match.locator === undefined ? match.file : `${match.file} (${match.locator})`;
      const verdict = match.applicability === 'manual' ? 'manual' : 'unsafe';
      verdicts.lower(finding, verdict, `${where} finds images by this name; both must change together`);
    }
  }
}
