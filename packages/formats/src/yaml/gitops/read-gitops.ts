import { contexts, type Format, type Join, type Placement, type Reading, type Span } from '@regmigrate/core';
import type { SourceFile, Token } from '@regmigrate/core';
import { readSettings } from '../../settings/read-settings.ts';
import { locatorOf } from '../locator.ts';
import { spotAt, type Outline, type OutlineNode } from '../outline.ts';
import { readReleased, type ReleasedValues } from './place-released.ts';
import { holdsUpdates, readUpdates, type Update } from './read-updates.ts';
import { settingsOf } from './settings-of.ts';
import { gitopsContext, settingsAround } from './shapes.ts';

interface Asked {
  readonly file: SourceFile;
  readonly outline: Outline;
  readonly tokens: readonly Token[];
  readonly loosePaths: readonly Span[];
}

type Placements = (Placement | undefined)[];

/** What GitOps tools make of a YAML file. `own`: what its keys alone say; `read`: how YAML is read. */
export function readGitops(asked: Asked, own: Reading, read: Format['read']): Reading {
  const placements: Placements = [...own.placements];
  const joins = placeSettings(asked, placements, read);
  const released = readReleased(asked, read);
  for (const values of released) placeReleased(values, placements);
  placeShapes(asked, placements);
  placeUpdated(asked, placements);
  // The keys of a map of settings are paths: that they stand side by side joins nothing.
  const apart = own.joins?.filter(({ path }) => !settingsAt(asked, path.start)) ?? [];
  const isReleased = ({ path: { start } }: Join): boolean =>
    released.some(({ span }) => span.start <= start && start < span.end);
  return {
    ...own,
    placements,
    joins: [
      ...[...apart, ...joins].filter((join) => !isReleased(join)),
      ...released.flatMap((values) =>
        values.joins.map((join) => ({ ...join, locator: locate(asked, join) })),
      ),
    ],
  };
}

/** Where a person finds the path of a join, by the keys of the file itself. */
function locate({ file, outline }: Asked, { path, locator = '' }: Join): string {
  const node = spotAt(outline, path.start)?.node;
  if (!node) return locator;
  const own = locatorOf(file.text, node, outline);
  return node.style === 'literal' || node.style === 'folded' ? `${own} › ${locator}` : own;
}

/** What the chart tells takes the place of what the keys alone told; the way there stays. */
function placeReleased({ placements: told }: ReleasedValues, placements: Placements): void {
  for (const [index, placement] of told) {
    const own = placements[index];
    if (isFixed(own)) continue;
    const locator = own?.locator;
    placements[index] = { ...placement, ...(locator !== undefined && { locator }) };
  }
}

/** What is sealed, or written by the cluster, is that whatever tool reads it. */
const isFixed = (placement: Placement | undefined): boolean =>
  placement?.context === 'encrypted' || placement?.context === 'reported-state';

function placeShapes({ file, outline, tokens }: Asked, placements: Placements): void {
  for (const [index, token] of tokens.entries()) {
    const spot = spotAt(outline, token.name.start);
    const own = placements[index];
    if (spot?.part !== 'value' || isFixed(own)) continue;
    const context = gitopsContext(file, token, spot.node);
    // What follows the name here is a range of versions.
    const name = token.reference && file.text.slice(token.name.start, token.reference.path.span.end);
    const completions = context === 'update-source' && name !== undefined ? [name] : own?.completions;
    if (context) placements[index] = { ...own, context, ...(completions && { completions }) };
  }
}

/** The scalar at an offset, and the list or map of settings that it is in. */
function settingsAt({ file, outline }: Asked, offset: number) {
  const spot = spotAt(outline, offset);
  const container = spot?.part === 'value' ? settingsAround(file, spot.node) : undefined;
  return spot && container && { node: spot.node, container };
}

/** Names in settings are read all at once, since one may complete another. */
function placeSettings(asked: Asked, placements: Placements, read: Format['read']): readonly Join[] {
  const { file, outline, tokens, loosePaths } = asked;
  const found = new Map<OutlineNode, { readonly tokens: number[]; readonly loose: Span[] }>();
  const groupAt = (offset: number) => {
    const container = settingsAt(asked, offset)?.container;
    if (!container) return undefined;
    const inside = found.get(container) ?? { tokens: [], loose: [] };
    found.set(container, inside);
    return inside;
  };
  for (const [index, token] of tokens.entries())
    if (!isFixed(placements[index])) groupAt(token.name.start)?.tokens.push(index);
  for (const span of loosePaths) groupAt(span.start)?.loose.push(span);
  return [...found].flatMap(([container, inside]) => {
    const settings = settingsOf(file.text, container);
    const names = inside.tokens.flatMap((index) => tokens[index] ?? []);
    const reading = readSettings(read, file, settings, names, inside.loose);
    for (const [index, placement] of reading.placements.entries()) {
      const at = inside.tokens[index];
      if (at === undefined || !placement) continue;
      const locator = placements[at]?.locator;
      placements[at] = { ...placement, ...(locator !== undefined && { locator }) };
    }
    return reading.joins.map((join): Join => {
      const node = settingsAt(asked, join.path.start)?.node;
      return node ? { ...join, locator: locatorOf(file.text, node, outline) } : join;
    });
  });
}

function placeUpdated({ file, outline, tokens }: Asked, placements: Placements): void {
  if (!holdsUpdates(file.text)) return;
  const updates = new Map<OutlineNode, Update>();
  const paths = new Map<string, Update>();
  for (const update of readUpdates(file.text, outline)) {
    for (const { start } of [...update.names, ...update.domains]) {
      const node = spotAt(outline, start)?.node;
      if (node && !updates.has(node)) updates.set(node, update);
    }
    if (update.part === 'tag')
      for (const { start, end } of update.names) paths.set(file.text.slice(start, end).trim(), update);
  }
  for (const [index, token] of tokens.entries()) {
    const own = placements[index];
    const spot = spotAt(outline, token.name.start);
    if (!own || spot?.part !== 'value' || contexts[own.context].ceiling !== 'safe') continue;
    const update = updates.get(spot.node) ?? completedAt(own, paths);
    if (!update) continue;
    // An entry that matches goes on matching whatever tag is written beside it.
    const isMatch = own.context === 'kustomize-image' && update.part === 'tag';
    if (!isMatch && own.context !== 'update-source') placements[index] = { ...own, context: 'updated-image' };
  }
}

/** What writes the tag of a path that a registry elsewhere in the file, such as one for all images, stands before. */
function completedAt(
  { completions = [] }: Placement,
  paths: ReadonlyMap<string, Update>,
): Update | undefined {
  if (paths.size === 0) return undefined;
  const tails = completions.map((whole) => whole.replace(/^[^/]*\/|@.*$|:[^/]*$/g, ''));
  return tails.map((tail) => paths.get(tail)).find(Boolean);
}
