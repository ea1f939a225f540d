import type { Format, Join, Placement, SourceFile, Span, Token } from '@regmigrate/core';
import { releaseNodesIn, toRelease } from '../../releases/read-releases.ts';
import {
  pathOfSource,
  shiftInPlace,
  textInPlace,
  type ValuesInPlace,
} from '../../releases/release-source.ts';
import { readSettings } from '../../settings/read-settings.ts';
import { shiftToken } from '../../shift-token.ts';
import type { Outline } from '../outline.ts';
import { settingsOf } from './settings-of.ts';

interface Asked {
  readonly file: SourceFile;
  readonly outline: Outline;
  readonly tokens: readonly Token[];
  readonly loosePaths: readonly Span[];
}

/** What the values are that a release in this file gives to a chart of the tree. */
export interface ReleasedValues {
  /** The values, as the file has them. */
  readonly span: Span;
  /** By the number of the token. */
  readonly placements: ReadonlyMap<number, Placement>;
  readonly joins: readonly Join[];
}

/** Reads each with its chart at hand, whose templates tell what its keys are. `read`: how YAML is read. */
export function readReleased(asked: Asked, read: Format['read']): readonly ReleasedValues[] {
  const { file, outline } = asked;
  const { tree } = file;
  if (!tree) return [];
  return releaseNodesIn(file, outline).flatMap((nodes) => {
    const releases = [...(tree.releases ?? []), toRelease(file, nodes, tree)];
    return nodes.sources.flatMap((source) => {
      if (source.kind === 'file') return [];
      const path = pathOfSource(file, source);
      const valuesFile = (text: string): SourceFile => ({ path, text, tree: { ...tree, releases } });
      return readValues(asked, { source, valuesFile }, read);
    });
  });
}

interface Given {
  readonly source: ValuesInPlace;
  readonly valuesFile: (text: string) => SourceFile;
}

function readValues(
  { file, tokens, loosePaths }: Asked,
  { source, valuesFile }: Given,
  read: Format['read'],
): readonly ReleasedValues[] {
  const { span } = source.node;
  const holds = ({ start }: Span): boolean => span.start <= start && start < span.end;
  const inside = [...tokens.entries()].filter(([, { name }]) => holds(name));
  const loose = loosePaths.filter(holds);
  if (inside.length + loose.length === 0) return [];
  const names = inside.map(([, token]) => token);
  const { placements, joins } =
    source.kind === 'settings'
      ? readSettings(read, file, settingsOf(file.text, source.node), names, loose, valuesFile)
      : readShifted(read, valuesFile(textInPlace(file.text, source)), {
          by: shiftInPlace(file.text, source),
          tokens: names,
          loose,
        });
  const placed = inside.flatMap(([index], at): readonly [number, Placement][] => {
    const placement = placements[at];
    return placement ? [[index, placement]] : [];
  });
  return [{ span, placements: new Map(placed), joins }];
}

interface Shifted {
  /** How much further on the values file has everything. */
  readonly by: number;
  readonly tokens: readonly Token[];
  readonly loose: readonly Span[];
}

function readShifted(read: Format['read'], file: SourceFile, { by, tokens, loose }: Shifted) {
  const move = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by });
  const { placements, joins = [] } = read(
    file,
    tokens.map((token) => shiftToken(token, by)),
    loose.map((span) => move(span, by)),
  );
  const back = (join: Join): Join => ({
    ...join,
    domain: move(join.domain, -by),
    path: move(join.path, -by),
  });
  return { placements, joins: joins.map(back) };
}
