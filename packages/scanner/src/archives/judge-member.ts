import {
  contexts,
  type ContextId,
  type Finding,
  type Kept,
  type LineIndex,
  type Located,
} from '@regmigrate/core';
import type { ChartFacts, Values } from '@regmigrate/formats';
import { overrideAdvice, whereUnset, type SubchartValue } from '@regmigrate/links';
import { isLive, valuesKeys, type PackedCharts } from './member-place.ts';

/** One mention in a member, as the member's own analysis has it. */
export interface MemberMention {
  readonly member: string;
  readonly mention: Finding | Kept;
  readonly place: NonNullable<Finding['member']>;
  /** What the parent chart can set instead, without the subchart's keys. */
  readonly values: readonly Omit<SubchartValue, 'keys'>[];
}

export interface ArchivePlace {
  readonly file: string;
  readonly charts: PackedCharts;
  /** The chart that the archive is a dependency of. */
  readonly parent: ChartFacts | undefined;
  /** Of the parent chart. */
  readonly values: Values;
}

const START = { line: 1, column: 1 };
/** What tells of an image and does not use it. */
const TOLD: ReadonlySet<ContextId> = new Set(['comment', 'prose']);

/** What becomes of a mention because it is packed: what could be rewritten elsewhere is for a person at most. */
export function judgeMember(found: MemberMention, archive: ArchivePlace): Located<Finding> | Located<Kept> {
  const { mention, member, place } = found;
  const { file, charts, parent, values } = archive;
  const where = `${member}:${place.line}${mention.locator === undefined ? '' : ` ${mention.locator}`}`;
  const packed = {
    file,
    span: { start: 0, end: 0 },
    start: START,
    end: START,
    member: place,
    locator: where,
  };
  if (!('applicability' in mention)) return { ...mention, ...packed };
  const keep = (context: ContextId, reason: string = contexts[context].reason): Located<Kept> => {
    const { rule, code, message, old, images } = mention;
    const told = { rule, code, message, old, ...(images && { images }) };
    return { ...told, ...packed, context, reason };
  };
  if (!parent) return keep('frozen-release');
  if (!isLive(member, charts) || TOLD.has(mention.context)) return keep('vendored');
  const keys = valuesKeys(member, charts, parent);
  const open = found.values.flatMap((value) => whereUnset({ ...value, keys }, values));
  if (found.values.length > 0 && open.length === 0)
    return keep('vendored', 'values.yaml of the parent chart sets this value itself');
  const advice = overrideAdvice(open);
  const { ceiling, reason } = contexts.archive;
  return {
    ...mention,
    ...packed,
    context: 'archive',
    applicability: ceiling,
    reason: advice === undefined ? reason : `${reason}: ${advice}`,
    edits: [],
  };
}

/** Where a mention begins in its member, as people count. */
export function placeInMember(
  path: string,
  mention: Finding | Kept,
  lines: LineIndex,
): MemberMention['place'] {
  return { path, ...lines.at(mention.span.start) };
}
