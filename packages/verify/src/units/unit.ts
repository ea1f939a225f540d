import type { Closure } from './closure.ts';

/** Something that is rendered by itself. */
export interface Unit {
  readonly kind: 'chart' | 'kustomization';
  /** From the root of the tree; the root itself is the empty string. */
  readonly folder: string;
  /** As it is on the disk. */
  readonly closure: Closure;
}
