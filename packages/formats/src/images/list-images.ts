import type { ImageField, SourceFile } from '@regmigrate/core';
import dockerfile from '../dockerfile/index.ts';
import yaml from '../yaml/index.ts';
import { imagesInDockerfile } from './images-in-dockerfile.ts';
import { imagesInYaml } from './images-in-yaml.ts';
import type { ListedImage } from './listed-image.ts';

/** The images that a file uses, retired or not, in the order of the text. Templated ones are left out. */
export function listImages(file: SourceFile, fields: readonly ImageField[] = []): readonly ListedImage[] {
  if (dockerfile.accepts(file)) return imagesInDockerfile(file);
  return yaml.accepts(file) ? imagesInYaml(file, fields) : [];
}
