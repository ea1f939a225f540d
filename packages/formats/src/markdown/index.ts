import type { Format } from '@regmigrate/core';

/** Documents for people. What they say is true of some time, and only a person knows of which. */
export default {
  id: 'markdown',
  summary: 'Markdown and other documents',
  accepts: ({ path }) =>
    /\.(?:md|mdx|markdown|rst|adoc|asciidoc|html?|org|ipynb|tex)$|(?:^|\/)(?:readme|notes)[^/]*\.txt$/i.test(
      path,
    ),
  read: (_file, tokens) => ({ placements: tokens.map(() => ({ context: 'prose' })), problems: [] }),
} satisfies Format;
