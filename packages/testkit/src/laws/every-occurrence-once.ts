import { expect } from 'vitest';
import { analyzeFile } from '../analyze-file.ts';
import { mentionsOf } from '../mentions-of.ts';
import type { Law } from './law.ts';

/** Spelled out here, so that a mistake in the rules' own patterns cannot hide what it misses. */
const NAMES = [
  'k8s.gcr.io',
  'gcr.kubernetes.io',
  'gcr.io/google_containers',
  'gcr.io/google-containers',
  'gcr.io/k8s-artifacts-prod',
  'gcr.io/k8s-staging-',
  'docker.pkg.dev/k8s-artifacts-prod/images',
  'docker.pkg.dev/k8s-staging-images/',
];

/** A plain search finds no occurrence that is not told, and none is told twice. */
export const everyOccurrenceOnce: Law = {
  id: 'each occurrence is told exactly once',
  check({ file }) {
    const mentions = mentionsOf(analyzeFile(file));
    const low = file.text.toLowerCase();
    for (const name of NAMES)
      for (let at = low.indexOf(name); at >= 0; at = low.indexOf(name, at + 1)) {
        const telling = mentions.filter(
          ({ span }) => span.start <= at && at < span.end && /^[a-z0-9.-]*$/.test(low.slice(span.start, at)),
        );
        expect(telling, `${name} at ${at}`).toHaveLength(1);
      }
    const starts = mentions.map(({ span }) => span.start);
    expect(new Set(starts).size).toBe(starts.length);
  },
};
