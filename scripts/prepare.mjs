// `prepare`: npm runs it when it installs or packs this repository itself, as pre-commit has it do. pnpm runs it
// too, and is on its way to the same anyway.
import { BootstrapError, ensureCommand, requireNode } from './bootstrap.mjs';

const byPnpm = /^pnpm\//.test(process.env.npm_config_user_agent || '');

try {
  if (!byPnpm) {
    requireNode();
    ensureCommand();
  }
} catch (error) {
  if (!(error instanceof BootstrapError)) throw error;
  process.stderr.write(`regmigrate: ${error.message}\n`);
  process.exitCode = 2;
}
