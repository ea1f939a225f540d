import { posix } from 'node:path';
import { LineIndex, type Companion, type Edit, type Tree } from '@regmigrate/core';
import type { LocalChart } from './local-chart.ts';

const README = /^README[^/]*\.md$/i;
/** As helm-docs writes it: a label, and an address in which hyphens are doubled. */
const BADGE = /!\[Version: ([^\]\s]+)\]\(https:\/\/img\.shields\.io\/badge\/Version-((?:[^-)\s]|--)+)-/g;

const inAddress = (version: string): string => version.replaceAll('-', '--');

/** The badges in the READMEs of a chart that show its version. */
export function raiseBadges(
  tree: Tree,
  { folder, name }: LocalChart,
  old: string,
  next: string,
): Companion[] {
  const files = tree.list(folder).filter((file) => README.test(file));
  return files.flatMap((base) => {
    const file = posix.join(folder, base);
    const text = tree.read(file) ?? '';
    const lines = new LineIndex(text);
    return Array.from(text.matchAll(BADGE)).flatMap((match): readonly Companion[] => {
      const [whole, label, address] = match;
      if (label !== old || address !== inAddress(old)) return [];
      const start = match.index + whole.indexOf(old);
      const behind = match.index + whole.length - 1 - address.length;
      return [
        {
          kind: 'version-badge',
          file,
          start: lines.at(start),
          edits: [edit(start, old, next), edit(behind, address, inAddress(next))],
          old,
          new: next,
          why: `the badge shows the version of ${name}`,
        },
      ];
    });
  });
}

const edit = (start: number, expected: string, text: string): Edit => ({
  span: { start, end: start + expected.length },
  expected,
  text,
});
