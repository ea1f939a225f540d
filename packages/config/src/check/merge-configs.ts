import type { Config } from '../config.ts';

/** One configuration from several, of which later ones win over those before. */
export function mergeConfigs(configs: readonly Config[]): Config {
  const lists = <K extends 'contexts' | 'ignore' | 'imageFields'>(key: K) =>
    configs.flatMap((config): readonly unknown[] => config[key] ?? []) as NonNullable<Config[K]>;
  const moves = new Map(configs.flatMap(({ moves = [] }) => moves.map((move) => [move.from, move] as const)));
  return {
    rules: Object.assign({}, ...configs.map(({ rules }) => rules)) as NonNullable<Config['rules']>,
    contexts: lists('contexts'),
    ignore: lists('ignore'),
    imageFields: lists('imageFields'),
    moves: [...moves.values()],
  };
}
