import type { Format } from '@regmigrate/core';

/** The last resort: files of which nothing is known but their text. */
export default {
  id: 'text',
  summary: 'Any other file',
  accepts: () => true,
  read: (_file, tokens) => ({ placements: tokens.map(() => ({ context: 'text' })), problems: [] }),
} satisfies Format;
