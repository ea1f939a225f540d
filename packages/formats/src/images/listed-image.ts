import type { Span } from '@regmigrate/core';

/** An image that a file has somebody run or build on. */
export interface ListedImage {
  /** As written, or as its keys join to: `registry.example/app:1.0`. */
  readonly reference: string;
  /** The scalar that names it, in UTF-16 units; of a split reference, the path. */
  readonly span: Span;
  readonly locator?: string;
}
