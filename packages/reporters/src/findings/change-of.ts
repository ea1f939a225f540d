import type { Mention } from '@regmigrate/core';
import { toPrintable } from '../text/to-printable.ts';

/** `k8s.gcr.io/pause:3.1 → registry.k8s.io/pause:3.1`, or the old name alone; one printable line. */
export function changeOf({ old, new: next }: Mention): string {
  return toPrintable(next === undefined ? old : `${old} → ${next}`);
}
