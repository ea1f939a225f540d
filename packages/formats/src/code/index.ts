import type { ContextId, Format } from '@regmigrate/core';
import { readLines, type TokenLine } from '../read-lines.ts';
import { inComment, type CommentSyntax } from '../text/comment-syntax.ts';

const LANGUAGES: Readonly<Record<string, CommentSyntax>> = {
  ...Object.fromEntries(
    [
      'go',
      'js',
      'mjs',
      'cjs',
      'jsx',
      'ts',
      'mts',
      'cts',
      'tsx',
      'java',
      'kt',
      'scala',
      'rs',
      'cs',
      'c',
      'h',
      'cc',
      'cpp',
      'swift',
      'dart',
      'groovy',
      'gradle',
      'proto',
      'cue',
      'sol',
    ].map((name) => [name, 'slashes']),
  ),
  ...Object.fromEntries(
    ['py', 'rb', 'pl', 'pm', 'r', 'ex', 'exs', 'star', 'bzl', 'bazel', 'rego', 'nix'].map((name) => [
      name,
      'hash',
    ]),
  ),
  ...Object.fromEntries(['php', 'jsonnet', 'libsonnet'].map((name) => [name, 'both'])),
};
/** Calls and operators that look at a name instead of using it. */
const COMPARISON =
  /\b(?:HasPrefix|HasSuffix|TrimPrefix|TrimSuffix|Contains|ReplaceAll|Replace|startsWith|startswith|endsWith|endswith|includes|indexOf|replaceAll|replace|split|MatchString|MustCompile|EqualFold|removeprefix)\s*\(/;

/** A quote and words behind it: the name is part of a sentence. */
const MESSAGE = /["'`][^"'`]{0,200}[A-Za-z]{2} $/;

/** Program code, where a string may be data, default or expectation alike. */
export default {
  id: 'code',
  summary: 'Source code of programs',
  accepts: ({ path }) =>
    languageOf(path) !== undefined || /(?:^|\/)(?:BUILD|WORKSPACE|Tiltfile|Jenkinsfile)$/.test(path),
  read: (file, tokens) => readLines(file, tokens, (at) => contextOf(at, languageOf(file.path) ?? 'both')),
} satisfies Format;

const languageOf = (path: string): CommentSyntax | undefined =>
  LANGUAGES[/\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? ''];

function contextOf({ before, token }: TokenLine, syntax: CommentSyntax): ContextId {
  if (inComment(before, syntax)) return 'comment';
  if (COMPARISON.test(before)) return 'comparison';
  return !token.reference && !token.open && MESSAGE.test(before) ? 'message' : 'code-string';
}
