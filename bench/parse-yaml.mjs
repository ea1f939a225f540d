// What the suite of charts is measured against: reads and parses all YAML files below the working directory with
// the package `yaml` alone, templates with their actions masked. Prints the version of the package, and
// how many files are no YAML.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

// It is a dependency of one of our packages, not of the repository's root.
const fromVerify = createRequire(new URL('../packages/verify/package.json', import.meta.url));
const { parseAllDocuments } = fromVerify('yaml');

const ACTION = /\{\{[^]*?\}\}/g;
/** A line of actions only prints lines or nothing; other actions print a part of a scalar. */
const ACTION_LINE = /^[ \t]*(?:\{\{(?:(?!\}\})[^])*\}\}[ \t]*)+$/gm;

const blank = (text) => text.replace(/[^\n]/g, ' ');
const mask = (text) =>
  text.replace(ACTION_LINE, blank).replace(ACTION, (action) => action.replace(/[^\n]/g, 'x'));

let files = 0;
let broken = 0;
for (const name of readdirSync('.', { recursive: true })) {
  if (!name.endsWith('.yaml')) continue;
  files++;
  const text = readFileSync(join('.', name), 'utf8');
  const documents = parseAllDocuments(mask(text), { uniqueKeys: false, logLevel: 'silent' });
  if (documents.some(({ errors }) => errors.length > 0)) broken++;
}
console.log(JSON.stringify({ yaml: fromVerify('yaml/package.json').version, files, broken }));
