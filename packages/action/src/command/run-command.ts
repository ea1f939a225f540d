import { fileURLToPath } from 'node:url';
import { runProgram, type Ended } from '../run-program.ts';
import type { Runner } from '../runner.ts';

/** Of the bundle: build.mjs puts the command beside it. */
const command = fileURLToPath(new URL('./command/regmigrate.js', import.meta.url));

/** Runs the command in the workspace. It gets no input of the Action, and with them no token. */
export function runCommand(args: readonly string[], { cwd, env, node }: Runner): Promise<Ended> {
  const own = Object.entries(env).filter(([name]) => !/^(?:INPUT_|ACTIONS_|GITHUB_TOKEN$)/i.test(name));
  return runProgram(node, [command, ...args], {
    cwd,
    // A ripgrep found anywhere around the workspace would be somebody's else.
    env: { ...Object.fromEntries(own), REGMIGRATE_NO_RIPGREP: '1' },
  });
}
