import type { ContextId } from '../contexts.ts';
import type { Suppression } from './suppression.ts';
import type { SourceFile, Span } from './text.ts';
import type { Token } from './token.ts';

/** What a format says of one token: what it is there, and where a person would look for it. */
export interface Placement {
  readonly context: ContextId;
  /** The human path to it: `Deployment/web spec.template.spec.containers[0].image`. */
  readonly locator?: string;
  /**
   * The references that it opens together with other keys, from the name on: `k8s.gcr.io/pause:3.1` for
   * `registry: k8s.gcr.io` beside `repository: pause` and `tag: 3.1`; several where one key serves several
   * images. The rule judges each. Absent where the name stands alone.
   */
  readonly completions?: readonly string[];
}

/** A retired name written in two scalars: `registry: us.gcr.io` with `repository: k8s-artifacts-prod/pause`. */
export interface Join {
  /** The scalar that holds the domain, and nothing else but a slash perhaps. */
  readonly domain: Span;
  /** The scalar that begins with the path of the retired name and goes on with that of the image. */
  readonly path: Span;
  readonly tag?: string;
  readonly context: ContextId;
  readonly locator?: string;
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
  /** Names that no token holds because they are written in two places. */
  readonly joins?: readonly Join[];
  readonly suppressions?: readonly Suppression[];
  readonly problems: readonly Problem[];
}

export interface Format {
  readonly id: string;
  readonly summary: string;
  /** Decided from the path, and from the head of the text only when the path is not enough. */
  accepts(file: SourceFile): boolean;
  /**
   * Total: a file that it cannot read gives problems, not an exception. `loosePaths`: where the text holds the
   * path of a retired name (`k8s-artifacts-prod`) without its domain, which may stand elsewhere.
   */
  read(file: SourceFile, tokens: readonly Token[], loosePaths?: readonly Span[]): Reading;
}
