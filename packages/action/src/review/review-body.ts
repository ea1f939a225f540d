import { count } from '@regmigrate/reporters';

/** What stands above the comments of a review. */
export function reviewBody(written: number, left: number, outside: number): string {
  const parts = [
    `regmigrate: ${count(written, 'line')} of this pull request ${written === 1 ? 'names' : 'name'} a retired registry.`,
    ...(left > 0 ? [`${count(left, 'more line')} did not fit into this review.`] : []),
    ...(outside > 0
      ? [
          `${count(outside, 'reference')} elsewhere ${outside === 1 ? 'is' : 'are'} in the summary of the job.`,
        ]
      : []),
  ];
  return parts.join(' ');
}
