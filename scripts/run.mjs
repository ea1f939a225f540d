// `npm run -s regmigrate -- …`: makes the clone ready, then runs the command where the user is.
import { join } from 'path';
import { pathToFileURL } from 'url';
import {
  BootstrapError,
  callerDirectory,
  ensureBuilt,
  ensureInstalled,
  requireNode,
  root,
} from './bootstrap.mjs';

const bin = join(root, 'packages/cli/bin/regmigrate.js');

function start() {
  requireNode();
  ensureInstalled();
  ensureBuilt();
  // In this very process, so that streams, signals and the exit code need no passing on.
  const directory = callerDirectory();
  process.chdir(directory);
  process.env.PWD = directory;
  process.argv = [process.argv[0], bin, ...process.argv.slice(2)];
  return import(pathToFileURL(bin).href);
}

try {
  start();
} catch (error) {
  if (!(error instanceof BootstrapError)) throw error;
  process.stderr.write(`regmigrate: ${error.message}\n`);
  process.exitCode = 2;
}
