import type { Format } from '@regmigrate/core';
import { readLines } from '../read-lines.ts';
import { inComment } from '../text/comment-syntax.ts';

const INSTRUCTION =
  /^\s*(?:FROM\s+(?:--\S+\s+)*|(?:ARG|ENV)\s+\w+[= ]["']?|(?:COPY|ADD)\s.*--from=|RUN\s.*from=)$/i;
const SYNTAX_DIRECTIVE = /^#\s*syntax\s*=\s*$/i;

export default {
  id: 'dockerfile',
  summary: 'Dockerfiles and Containerfiles',
  accepts: ({ path }) => /(?:^|[./-])(?:docker|container)file(?:[._-][^/]*)?$/i.test(path),
  read: (file, tokens) =>
    readLines(file, tokens, ({ before, token }) => {
      if (SYNTAX_DIRECTIVE.test(before)) return 'dockerfile-instruction';
      if (inComment(before, 'hash')) return 'comment';
      return token.reference && INSTRUCTION.test(before) ? 'dockerfile-instruction' : 'script';
    }),
} satisfies Format;
