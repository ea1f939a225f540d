import type { CommentSyntax } from '../text/comment-syntax.ts';

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

/** How the language of a program begins its comments, by the file's name; undefined for what is no program. */
export const languageOf = (path: string): CommentSyntax | undefined =>
  LANGUAGES[/\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? ''];
