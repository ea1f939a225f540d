/** How the first section begins that a page has: what was rewritten or changed, an entry of a file, problems, the sum. */
const HEAD = new RegExp(
  [
    '(?:Rewrote|Would rewrite) [\\d,]+ references? in [\\d,]+ files?\\n\\n',
    '(?:Changed|Would change) with it\\n\\n  ',
    '[^\\n]+\\n\\n +\\d+:\\d+  (?:safe|unsafe|manual|kept) ',
    'Not read, not understood, or not written\\n\\n  ',
    '[\\d,]+ files? searched: ',
  ]
    .map((section) => `^${section}`)
    .join('|'),
);

// eslint-disable-next-line no-control-regex
const COLOR = /\u001b\[\d+m/g;

/** Whether a text begins as a page does, with colours or without. */
export const isPretty = (head: string): boolean => HEAD.test(head.replace(COLOR, ''));
