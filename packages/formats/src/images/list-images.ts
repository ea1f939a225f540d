import type { SourceFile, Span } from '@regmigrate/core';
import dockerfile from '../dockerfile/index.ts';
import yaml from '../yaml/index.ts';
import { imagesInDockerfile } from './images-in-dockerfile.ts';
import { imagesInYaml } from './images-in-yaml.ts';

/** An image that a file has somebody run or build on. */
export interface ListedImage {
  /** As written, or as its keys join to: `registry.example/app:1.0`. */
  readonly reference: string;
  /** The scalar that names it, in UTF-16 units; of a split reference, the path. */
  readonly span: Span;
  readonly locator?: string;
}

/** The images that a file uses, retired or not, in the order of the text. Templated ones are left out. */
export function listImages(file: SourceFile): readonly ListedImage[] {
  if (dockerfile.accepts(file)) return imagesInDockerfile(file);
  return yaml.accepts(file) ? imagesInYaml(file) : [];
}
