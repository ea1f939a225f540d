import { faultOfMove, type Config } from '@regmigrate/config';
import { compileNames, UsageError } from '@regmigrate/core';
import {
  createMoveRule,
  createRules,
  findEndlessMove,
  loadCatalogue,
  redirectRule,
  withSeverity,
  type Move,
} from '@regmigrate/rules';
import type { Arguments } from '../arguments/parse-arguments.ts';
import type { Names } from './settings.ts';

/** The rules that are wanted, moves of the user first: they know better. */
export function composeRules(config: Config, { maps, to }: Pick<Arguments, 'maps' | 'to'>): Names {
  const moves = mergeMoves([...(config.moves ?? []), ...maps.map(readMap)]);
  const target = to === undefined ? [] : [readTarget(to)];
  const builtIn = createRules(loadCatalogue);
  const all = [
    ...(moves.length > 0 ? [createMoveRule(moves)] : []),
    ...builtIn.map((rule) => (to === undefined ? rule : redirectRule(rule, to))),
  ];
  const rules = all.flatMap((rule) => {
    const level = config.rules?.[rule.id];
    if (level === 'off') return [];
    return [level === undefined ? rule : withSeverity(rule, level)];
  });
  const endless = findEndlessMove([...moves, ...target], rules);
  if (endless)
    throw new UsageError(
      'endless-move',
      `${endless.to} is the target of ${endless.from} and moves on by itself; name where the images are in the end.`,
    );
  return { rules, names: compileNames(rules) };
}

/** The last move of a name counts. */
const mergeMoves = (moves: readonly Move[]): readonly Move[] => [
  ...new Map(moves.map((move) => [move.from.replace(/\/+$/, ''), move])).values(),
];

function readMap(text: string): Move {
  const at = text.indexOf('=');
  const move = { from: text.slice(0, at), to: text.slice(at + 1) };
  const fault = at < 0 ? 'takes OLD=NEW, as in --map=old.example/team=new.example' : faultOfMove(move);
  if (fault !== undefined) throw new UsageError('bad-map', `--map=${text} ${fault}.`);
  return move;
}

function readTarget(to: string): Move {
  const move = { from: 'registry.k8s.io', to };
  const fault = faultOfMove(move);
  if (fault !== undefined) throw new UsageError('bad-target', `--to=${to} ${fault}.`);
  return move;
}
