import type { ContextId, Format, SourceFile } from '@regmigrate/core';
import { readLines, type TokenLine } from '../read-lines.ts';
import { inComment, type CommentSyntax } from '../text/comment-syntax.ts';
import { languageOf } from './language-of.ts';

/** Calls and operators that look at a name instead of using it. */
const COMPARISON =
  /\b(?:HasPrefix|HasSuffix|TrimPrefix|TrimSuffix|Contains|ReplaceAll|Replace|startsWith|startswith|endsWith|endswith|includes|indexOf|replaceAll|replace|split|MatchString|MustCompile|EqualFold|removeprefix)\s*\(/;

/** A quote and words behind it: the name is part of a sentence. */
const MESSAGE = /["'`][^"'`]{0,200}[A-Za-z]{2} $/;

const TILT = /(?:^|\/)Tiltfile(?:\.[^/]*)?$|\.tiltfile$/i;
/** Tilt builds what these name, and pushes it under the name or to the registry. */
const BUILDS =
  /\b(?:(?:docker|custom|podman|nerdctl|ko|bazel|buildah)_build\w*|pack|default_registry)\(\s*(?:(?:ref|host)\s*=\s*)?["']$/;

function isBuilt({ line, before }: TokenLine, { path, text }: SourceFile): boolean {
  const at = line.start + before.length;
  return (
    TILT.test(path) &&
    !inComment(before, 'hash') &&
    // The name may stand on the line below the call.
    BUILDS.test(text.slice(Math.max(0, at - 200), at))
  );
}

/** Program code, where a string may be data, default or expectation alike. */
export default {
  id: 'code',
  summary: 'Source code of programs',
  accepts: ({ path }) =>
    languageOf(path) !== undefined ||
    /(?:^|\/)(?:BUILD|WORKSPACE|Jenkinsfile)$/.test(path) ||
    TILT.test(path),
  read: (file, tokens) =>
    readLines(file, tokens, (at) =>
      isBuilt(at, file) ? 'push-target' : contextOf(at, languageOf(file.path) ?? 'both'),
    ),
} satisfies Format;

function contextOf({ before, token }: TokenLine, syntax: CommentSyntax): ContextId {
  if (inComment(before, syntax)) return 'comment';
  if (COMPARISON.test(before)) return 'comparison';
  return !token.reference && !token.open && MESSAGE.test(before) ? 'message' : 'code-string';
}
