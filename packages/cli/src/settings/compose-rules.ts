import { faultOfMove, type Config } from '@regmigrate/config';
import { compileNames, UsageError, type Rule } from '@regmigrate/core';
import {
  createMoveRule,
  createRules,
  findEndlessMove,
  followRule,
  isShortNamed,
  loadCatalogue,
  moveRuleId,
  redirectRule,
  withSeverity,
  type Move,
} from '@regmigrate/rules';
import type { Arguments } from '../arguments/parse-arguments.ts';
import type { Names } from './settings.ts';

/** The rules that are wanted, moves of the user first: they know better. */
export function composeRules(config: Config, { maps, to }: Pick<Arguments, 'maps' | 'to'>): Names {
  const moves = mergeMoves([...(config.moves ?? []), ...maps.map(readMap)]);
  const target = to === undefined ? undefined : readTarget(to);
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
  refuseEndless(moves, target, rules);
  const composed = { rules, names: compileNames(rules) };
  if (moves.length === 0 && !target) return composed;
  const shortNamed = moves.find(isShortNamed);
  return {
    ...composed,
    rules: rules.map((rule) => followRule(rule, composed)),
    ...(shortNamed && rules.some(({ id }) => id === moveRuleId) && { shortNamed }),
  };
}

function refuseEndless(moves: readonly Move[], target: Move | undefined, rules: readonly Rule[]): void {
  const end = 'name where the images are in the end.';
  const endless = findEndlessMove(moves, rules);
  if (endless)
    throw new UsageError(
      'endless-move',
      `${endless.to} is the target of ${endless.from} and moves on by itself; ${end}`,
    );
  if (target && findEndlessMove([target], rules))
    throw new UsageError('endless-move', `--to=${target.to} names what another move takes away; ${end}`);
}

/** The last move of a name counts. */
const mergeMoves = (moves: readonly Move[]): readonly Move[] => [
  ...new Map(moves.map((move) => [move.from.toLowerCase().replace(/\/+$/, ''), move])).values(),
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
