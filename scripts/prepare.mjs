// `prepare`: npm runs it when it installs or packs this repository itself, as pre-commit has it do. pnpm runs it
// too, and is on its way to the same anyway.
import { rmSync } from 'fs';
import { join, sep } from 'path';
import { BootstrapError, ensureCommand, requireNode, root } from './bootstrap.mjs';

const byPnpm = /^pnpm\//.test(process.env.npm_config_user_agent || '');
// npm clones into its cache, runs this once within an install there (which the variable tells), and once more to
// pack. Then it may end before it has removed the clone, so what is not packed goes now.
const isLastInClone = root.includes(join(sep, '_cacache', 'tmp', sep)) && !process.env._PACOTE_NO_PREPARE_;

try {
  if (!byPnpm) {
    requireNode();
    ensureCommand();
    if (isLastInClone) {
      for (const folder of ['node_modules', 'fixtures'])
        rmSync(join(root, folder), { recursive: true, force: true });
    }
  }
} catch (error) {
  if (!(error instanceof BootstrapError)) throw error;
  process.stderr.write(`regmigrate: ${error.message}\n`);
  process.exitCode = 2;
}
