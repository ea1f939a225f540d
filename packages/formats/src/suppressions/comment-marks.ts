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
  /** Quotes as in a shell: a backslash means nothing in single ones, and escapes one outside of strings. */
  readonly shellQuotes?: boolean;
  /** `<<EOF`: the lines up to one that says EOF are a string; in a shell, blanks may stand before the word. */
  readonly heredoc?: 'shell' | 'code';
}

/** Programs of which a quote ends with its line, or goes on by other rules than in a shell. */
const NO_SHELL =
  /(?:\.(?:mk|make|ps1|psm1|bat|cmd|fish|env)|(?:^|\/)(?:(?:gnu)?makefile|\.env)(?:\.[^/]*)?|justfile)$/i;
/** Not of Ruby and Perl, where a regular expression may hold one quote: taken for a string, it would go on for long. */
const RUN_ON: Readonly<Record<string, string>> = { php: `"'`, rs: '"' };

export function marksOf({ path }: SourceFile, { id }: Format): CommentMarks {
  if (id === 'markdown') return { markup: true };
  if (id === 'dockerfile') return { hash: 'line-start', heredoc: 'shell' };
  if (id === 'script')
    return {
      hash: 'anywhere',
      ...(!NO_SHELL.test(path) && { heredoc: 'shell', runOn: `"'`, shellQuotes: true }),
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
