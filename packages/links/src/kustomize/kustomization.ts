import type { Span } from '@regmigrate/core';
import type { WrittenImages } from '../deployments/written-images.ts';
import type { Entry } from './entry.ts';
import type { Scalar, Source } from './scalar.ts';

/** A path or address as a kustomization writes it. */
export type Ref = Scalar;

/** A patch in a file, or one that is written in place. */
export type PatchRef =
  | { readonly path: Ref }
  /** `isEscaped`: the source is not what it says, and is not followed. */
  | { readonly inline: Source; readonly isEscaped?: boolean };

/** What a kustomization file says, as far as images hang on it. */
export interface Kustomization {
  readonly path: string;
  readonly folder: string;
  readonly isComponent: boolean;
  /** Files and folders, in order; `bases` come last, as for kustomize. */
  readonly resources: readonly Ref[];
  readonly components: readonly Ref[];
  /** In the order in which they are applied: all before `images`. */
  readonly patches: readonly PatchRef[];
  readonly images: readonly Entry[];
  /** Files, folders, and transformers that are written in place. */
  readonly transformers: readonly PatchRef[];
  readonly configurations: readonly Ref[];
  /** Other files that it names: of generators and replacements. */
  readonly files: readonly Ref[];
  /** What makes or changes resources in ways that are not followed. */
  readonly unfollowed: readonly Unfollowed[];
  /** What a deployment writes into `images` before it builds. */
  readonly written?: WrittenImages;
}

export interface Unfollowed {
  readonly what: 'chart' | 'generator' | 'replacement';
  readonly span: Span;
}
