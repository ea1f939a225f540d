import type { Format } from '@regmigrate/core';
import code from './code/index.ts';
import config from './config/index.ts';
import dockerfile from './dockerfile/index.ts';
import helm from './helm/index.ts';
import markdown from './markdown/index.ts';
import script from './script/index.ts';
import text from './text/index.ts';
import yaml from './yaml/index.ts';

/** In the order in which they are asked: `yaml` also looks into files without a telling name, `text` accepts all. */
export const rooms: readonly Format[] = [dockerfile, helm, script, markdown, code, config, yaml, text];
