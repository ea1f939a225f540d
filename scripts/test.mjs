// `npm test`: installs, builds, runs all tests, then tries the packed command as a user would install it.
// `npm test -- <vitest arguments>`: only those tests, and no packing.
import { BootstrapError, ensureBuilt, ensureInstalled, requireNode, runTool, tools } from './bootstrap.mjs';

const filter = process.argv.slice(2);

function buildAll() {
  const code = runTool(tools.turbo, ['run', 'build', '--output-logs=errors-only']);
  if (code !== 0) throw new BootstrapError('cannot build: see above.');
  ensureBuilt();
}

/** Most tests read source; a package that does not build right now need not stop them. */
function buildIfPossible() {
  try {
    ensureBuilt();
  } catch (error) {
    process.stderr.write(`regmigrate: ${error.message} Going on with the last build.\n`);
  }
}

try {
  requireNode();
  ensureInstalled();
  if (filter.length > 0) {
    buildIfPossible();
    process.exitCode = runTool(tools.vitest, ['run', ...filter]);
  } else {
    buildAll();
    const tests = runTool(tools.vitest, ['run']);
    const packed = runTool('../scripts/pack-test.mjs', []);
    process.exitCode = tests || packed;
  }
} catch (error) {
  if (!(error instanceof BootstrapError)) throw error;
  process.stderr.write(`regmigrate: ${error.message}\n`);
  process.exitCode = 2;
}
