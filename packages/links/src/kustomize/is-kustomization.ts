import { posix } from 'node:path';

/** The names under which kustomize looks for a kustomization, in its order. */
export const kustomizationNames = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'] as const;

const NAMES: ReadonlySet<string> = new Set(kustomizationNames);

export const isKustomization = (path: string): boolean => NAMES.has(posix.basename(path));
