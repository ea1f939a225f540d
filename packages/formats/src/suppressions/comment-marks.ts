import type { Format, SourceFile } from '@regmigrate/core';
import { languageOf } from '../code/language-of.ts';

/** What begins comments, and strings that hold none, beside the comments of templates. */
export interface CommentMarks {
  readonly hash?: 'anywhere' | 'line-start';
  readonly slashes?: boolean;
  readonly semicolon?: boolean;
  readonly markup?: boolean;
  /** Quotes whose strings go on over line breaks, beside backticks and three quotes. */
  readonly runOn?: string;
  /** A backslash means nothing in single quotes. */
  readonly rawQuotes?: boolean;
  /** `<<EOF`: the lines up to one that says EOF are a string; in a shell, blanks may stand before the word. */
  readonly heredoc?: 'shell' | 'code';
}

/** Programs of which a quote ends with its line, or goes on by other rules than in a shell. */
const NO_SHELL =
  /(?:\.(?:mk|make|ps1|psm1|bat|cmd|fish|env)|(?:^|\/)(?:(?:gnu)?makefile|\.env)(?:\.[^/]*)?|justfile)$/i;
const RUN_ON: Readonly<Record<string, string>> = {
  rb: `"'`,
  pl: `"'`,
  pm: `"'`,
  php: `"'`,
  rs: '"',
  ex: '"',
  exs: '"',
};

export function marksOf({ path }: SourceFile, { id }: Format): CommentMarks {
  if (id === 'markdown') return { markup: true };
  if (id === 'dockerfile') return { hash: 'line-start', heredoc: 'shell' };
  if (id === 'script')
    return {
      hash: 'anywhere',
      ...(!NO_SHELL.test(path) && { heredoc: 'shell', runOn: `"'`, rawQuotes: true }),
    };
  if (id === 'config') return { hash: 'anywhere', slashes: true, semicolon: true, heredoc: 'code' };
  if (id !== 'code') return { hash: 'anywhere', slashes: true };
  const language = languageOf(path) ?? 'both';
  const runOn = RUN_ON[/\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? ''];
  return {
    ...(language !== 'slashes' && { hash: 'anywhere', heredoc: 'code' }),
    slashes: language !== 'hash',
    ...(runOn !== undefined && { runOn }),
  };
}
