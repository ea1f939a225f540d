import { count } from '../text/count.ts';
import type { Command } from './print-command.ts';

/** The last line: what is not shown, by kind. */
export function tellRest(hidden: readonly Command[], most: number): Command {
  const kinds = (['error', 'warning', 'notice'] as const).flatMap((kind) => {
    const number = hidden.filter((command) => command.kind === kind).length;
    return number === 0 ? [] : [count(number, kind)];
  });
  const message = `${count(hidden.length, 'annotation')} more (${kinds.join(', ')}): GitHub shows ${most} of each kind for a step. The report in another format has all of them.`;
  return { kind: 'notice', place: {}, title: 'regmigrate', message };
}
