import { join } from 'node:path';
import { configNames, findConfig } from '@regmigrate/config';
import { UsageError } from '@regmigrate/core';
import { scan } from '@regmigrate/scanner';
import { exitCodes } from '../exit-codes.ts';
import { describeTree } from '../init/describe-tree.ts';
import { writeStarterFile } from '../init/starter-file.ts';
import { writeStarter } from '../init/write-starter.ts';
import { createAnalyzer } from '../search/create-analyzer.ts';
import { loadSettings } from '../settings/load-settings.ts';
import type { Command } from '../command.ts';

const [NAME] = configNames;

/** Writes a commented configuration from what the tree holds, read without any. */
export const init: Command = async (args, { cwd, env, stdout }) => {
  if (args.operands.length > 0)
    throw new UsageError('unexpected-path', 'init takes no paths: it looks at the current folder.');
  const path = join(cwd, NAME);
  const force = args.flags.has('force');
  const other = findConfig(cwd);
  if (other !== undefined && other !== path && !force)
    throw new UsageError(
      'config-exists',
      `There is a configuration already: ${other}; --force writes ${NAME}.`,
    );
  if (other === path && !force)
    throw new UsageError('config-exists', `There is a ${NAME} already; --force writes it anew.`);
  const settings = await loadSettings({ ...args, flags: new Set([...args.flags, 'no-config']) }, cwd);
  const { files, filesScanned } = await scan({
    cwd,
    env,
    paths: [],
    ignoreFiles: true,
    pattern: settings.names.prefilter,
    analyze: createAnalyzer(settings),
  });
  writeStarterFile(path, NAME, writeStarter(describeTree(files.map(({ analysis }) => analysis))), force);
  if (!args.flags.has('quiet')) stdout.write(`Wrote ${NAME} from what ${filesScanned} files hold.\n`);
  return exitCodes.clean;
};
