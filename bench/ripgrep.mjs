import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

// The very executable that regmigrate uses: it is a dependency of the command, not of the repository's root.
const fromCli = createRequire(new URL('../packages/cli/package.json', import.meta.url));
export const { rgPath } = await import(pathToFileURL(fromCli.resolve('@vscode/ripgrep')).href);
