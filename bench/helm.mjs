import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = new URL('../', import.meta.url);
const pins = JSON.parse(readFileSync(new URL('scripts/test-tools.json', root), 'utf8'));

const installed = (name) => {
  const { program, version } = pins[name];
  const path = fileURLToPath(new URL(`.cache/test-tools/${program}-${version}/${program}`, root));
  return existsSync(path) ? { path, version } : undefined;
};

/** The Helm that tests use, where `npm run test-tools` has installed one. */
export const helm = installed('helm4') ?? installed('helm3');
