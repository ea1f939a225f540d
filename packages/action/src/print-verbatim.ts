import { randomUUID } from 'node:crypto';
import type { Runner } from './runner.ts';

/** Prints text of others: the runner looks for no workflow commands until it reads the token, which nobody can guess. */
export function printVerbatim(text: string, { print }: Runner): void {
  if (text === '') return;
  const token = randomUUID();
  print(`::stop-commands::${token}\n${text}${text.endsWith('\n') ? '' : '\n'}::${token}::\n`);
}
