import { compileNames } from '@regmigrate/core';
import { findConfig } from '@regmigrate/config';
import { createRules, loadCatalogue } from '@regmigrate/rules';
import type { Arguments } from '../arguments/parse-arguments.ts';
import type { Settings } from './settings.ts';

/** What reads a configuration is loaded only where there is one. */
export async function loadSettings(args: Arguments, cwd: string): Promise<Settings> {
  const file = args.flags.has('no-config') ? undefined : (args.config ?? findConfig(cwd));
  if (file !== undefined) {
    const { readSettings } = await import('./read-settings.ts');
    return readSettings(file, args, cwd);
  }
  if (args.maps.length > 0 || args.to !== undefined) {
    const { composeRules } = await import('./compose-rules.ts');
    return { ...composeRules({}, args), fields: [] };
  }
  const rules = createRules(loadCatalogue);
  return { rules, names: compileNames(rules), fields: [] };
}
