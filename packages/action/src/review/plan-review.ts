import type { Finding } from '../command/report.ts';
import { commentBody } from './comment-body.ts';
import type { AddedLine } from './find-added.ts';
import { markerOf } from './marker.ts';
import { suggestLine } from './suggest-line.ts';

export interface ReviewComment {
  readonly path: string;
  readonly line: number;
  readonly side: 'RIGHT';
  readonly body: string;
  /** Part of the body; not sent by itself. */
  readonly marker: string;
}

interface Plan {
  readonly comments: readonly ReviewComment[];
  /** Findings that stand on no line that the pull request wrote, or on none that could be verified. */
  readonly outside: number;
}

/**
 * One comment for each line with findings that the pull request wrote. `addedIn` finds these lines in a file.
 * What may be suggested is what is right by itself, and safe, or unsafe and asked for.
 */
export function planReview(
  findings: readonly Finding[],
  addedIn: (file: string) => ReadonlyMap<number, AddedLine>,
  unsafe: boolean,
): Plan {
  const comments: ReviewComment[] = [];
  let outside = 0;
  for (const group of byLine(findings)) {
    const { file, line } = group[0];
    const added = addedIn(file).get(line);
    if (added === undefined) {
      outside += group.length;
      continue;
    }
    const edits = group.flatMap((finding) => (isOffered(finding, unsafe) ? (finding.edits ?? []) : []));
    const body = commentBody(group, suggestLine(added.text, edits));
    const marker = markerOf(file, added.text, body);
    comments.push({ path: file, line: added.line, side: 'RIGHT', body: `${body}\n\n${marker}`, marker });
  }
  return { comments, outside };
}

function isOffered({ applicability, together }: Finding, unsafe: boolean): boolean {
  return together === null && (applicability === 'safe' || (unsafe && applicability === 'unsafe'));
}

function byLine(findings: readonly Finding[]): Iterable<readonly [Finding, ...Finding[]]> {
  const groups = new Map<string, [Finding, ...Finding[]]>();
  for (const finding of findings) {
    const key = `${finding.line}:${finding.file}`;
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  return groups.values();
}
