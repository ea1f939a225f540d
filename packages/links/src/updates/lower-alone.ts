import type { ContextId, FileAnalysis, Finding } from '@regmigrate/core';
import type { Verdicts } from '../judge/verdicts.ts';
import { nameOf } from './name-of.ts';

const REASONS: Partial<Record<ContextId, string>> = {
  'update-source':
    'an automation finds versions or images by this name; it must move together with what it updates',
  'updated-image': 'an automation writes this name back unless the name that it looks up moves with it',
  'update-hint':
    'a bot takes new versions from this name; it must move together with the image that they are for',
};
const MATCHED = 'Argo CD Image Updater finds this image by its name; both must change together';

export const isUpdate = ({ context }: Finding): boolean => context in REASONS;

/** What is true of an automation whose other side is not known. */
export const reasonAlone = ({ context }: Finding): string => REASONS[context] ?? '';

/** Image Updater looks for images by name, in whatever an Application runs. */
export const isMatchedByName = ({ context, locator = '' }: Finding): boolean =>
  context === 'update-source' && /argocd-image-updater|^ImageUpdater\b/.test(locator);

/** What an automation looks up or writes, where nothing else is known. */
export function lowerUpdates(analyses: readonly FileAnalysis[], verdicts: Verdicts): void {
  for (const { findings } of analyses)
    for (const finding of findings)
      if (isUpdate(finding)) verdicts.lower(finding, 'unsafe', reasonAlone(finding));
  lowerMatched(analyses, verdicts);
}

/** Both sides of what Image Updater matches: which Applications run an image is not known from the tree. */
export function lowerMatched(analyses: readonly FileAnalysis[], verdicts: Verdicts): void {
  const findings = analyses.flatMap((analysis) => analysis.findings);
  const sources = findings.filter(isMatchedByName);
  const names = new Set(sources.map(({ old }) => nameOf(old)));
  for (const finding of sources) verdicts.lower(finding, 'unsafe', reasonAlone(finding));
  if (names.size > 0)
    for (const finding of findings)
      if (names.has(nameOf(finding.old))) verdicts.lower(finding, 'unsafe', MATCHED);
}
