import type { ContextId, FileAnalysis, Finding } from '@regmigrate/core';
import type { Verdicts } from '../judge/verdicts.ts';
import { lowerMatched } from './lower-matched.ts';

const REASONS: Partial<Record<ContextId, string>> = {
  'update-source':
    'an automation finds versions or images by this name; it must move together with what it updates',
  'updated-image': 'an automation writes this name back unless the name that it looks up moves with it',
  'update-hint':
    'a bot takes new versions from this name; it must move together with the image that they are for',
};

export const isUpdate = ({ context }: Finding): boolean => context in REASONS;

/** What is true of an automation whose other side is not known. */
export const reasonAlone = ({ context }: Finding): string => REASONS[context] ?? '';

/** What an automation looks up or writes, where nothing else is known. */
export function lowerUpdates(analyses: readonly FileAnalysis[], verdicts: Verdicts): void {
  for (const { findings } of analyses)
    for (const finding of findings)
      if (isUpdate(finding)) verdicts.lower(finding, 'unsafe', reasonAlone(finding));
  lowerMatched(analyses, verdicts);
}
