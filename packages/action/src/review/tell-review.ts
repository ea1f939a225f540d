import { count } from '@regmigrate/reporters';
import type { Reviewed } from './suggest-review.ts';

/** One sentence for the log and the summary. */
export function tellReview({ skipped, written, before, left, outside }: Reviewed): string {
  if (skipped !== undefined)
    return `Nothing was suggested in the pull request, because it ${skipped === 'stale' ? 'has newer commits' : 'is closed'}.`;
  const parts = [
    written > 0 ? `A review with ${count(written, 'comment')} was written.` : 'No review was needed.',
    ...(before > 0 ? [`${count(before, 'line')} had one from an earlier run.`] : []),
    ...(left > 0 ? [`${count(left, 'line')} did not fit: run regmigrate fix, or this job again.`] : []),
    ...(outside > 0
      ? [`${count(outside, 'reference')} on lines that it does not change got no comment.`]
      : []),
  ];
  return parts.join(' ');
}
