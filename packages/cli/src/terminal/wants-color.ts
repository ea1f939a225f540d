import type { Invocation, Output } from '../invocation.ts';

/** The flag decides; then NO_COLOR (no-color.org) and FORCE_COLOR; then whether a terminal is there to show it. */
export function wantsColor(flag: boolean | undefined, env: Invocation['env'], output: Output): boolean {
  if (flag !== undefined) return flag;
  if (env['NO_COLOR']) return false;
  const force = env['FORCE_COLOR'];
  if (force !== undefined && force !== '') return force !== '0' && force !== 'false';
  return output.isTTY === true && env['TERM'] !== 'dumb';
}
