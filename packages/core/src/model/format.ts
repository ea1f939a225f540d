import type { ContextId } from '../contexts.ts';
import type { SourceFile, Span } from './text.ts';
import type { Token } from './token.ts';

/** What a format says of one token: what it is there, and where a person would look for it. */
export interface Placement {
  readonly context: ContextId;
  /** The human path to it: `Deployment/web spec.template.spec.containers[0].image`. */
  readonly locator?: string;
  /** Keys beside it that complete the reference: `registry: k8s.gcr.io` with `repository: pause`. */
  readonly siblings?: { readonly path?: string; readonly tag?: string };
}

/** A file or a part of it that was not understood, or an edit that was refused. A closed code and its data. */
export interface Problem {
  readonly code: string;
  readonly message: string;
  readonly span?: Span;
}

export interface Reading {
  /** One entry for each token, in order; undefined where the format does not know the token's meaning. */
  readonly placements: readonly (Placement | undefined)[];
  readonly problems: readonly Problem[];
}

export interface Format {
  readonly id: string;
  readonly summary: string;
  /** Decided from the path, and from the head of the text only when the path is not enough. */
  accepts(file: SourceFile): boolean;
  /** Total: a file that it cannot read gives problems, not an exception. */
  read(file: SourceFile, tokens: readonly Token[]): Reading;
}
