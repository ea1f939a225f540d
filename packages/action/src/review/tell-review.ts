import { count } from '@regmigrate/reporters';
import type { Reviewed } from './suggest-review.ts';

/** One sentence for the log and the summary. */
export function tellReview({ stale, written, before, left, outside }: Reviewed): string {
  if (stale) return 'Nothing was suggested, because the pull request has newer commits.';
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
