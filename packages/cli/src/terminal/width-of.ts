import type { Invocation, Output } from '../invocation.ts';

const USUAL = 80;

/** Columns to write for: those of the terminal, else what the environment says, else eighty. */
export function widthOf(output: Output, env: Invocation['env']): number {
  const told = Number(env['COLUMNS']);
  return output.columns || (Number.isInteger(told) && told > 0 ? told : USUAL);
}
