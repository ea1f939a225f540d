import type { Format } from '@regmigrate/core';
import code from './code/index.ts';
import config from './config/index.ts';
import dockerfile from './dockerfile/index.ts';
import markdown from './markdown/index.ts';
import script from './script/index.ts';
import text from './text/index.ts';
import yaml from './yaml/index.ts';

/** In the order in which they are asked; `text` accepts every file and comes last. */
export const rooms: readonly Format[] = [dockerfile, yaml, script, markdown, code, config, text];
