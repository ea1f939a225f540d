import type { ContextId, Format } from '@regmigrate/core';
import { readLines, type TokenLine } from '../read-lines.ts';
import { flagContext } from '../text/flag-context.ts';
import { inComment } from '../text/comment-syntax.ts';

const PATH =
  /(?:^|\/)(?:[^/]*\.(?:sh|bash|zsh|ksh|bats|ps1|psm1|bat|cmd|fish|mk|make|env)|(?:gnu)?makefile(?:\.[^/]*)?|justfile|\.env(?:\.[^/]*)?)$/i;
const SHEBANG = /^#!.*\b(?:ba|z|k|da|fi)?sh\b/;
const CONDITION = /(?:\[\[?\s|\btest\s|\bcase\s|\bifn?eq\b|\bgrep\b|\bawk\b|==|!=|=~)/;
const RETAG = /\b(?:re-?tag|docker\s+(?:image\s+)?tag|ctr\b.*\btag|crane\s+(?:cp|copy|tag)|skopeo\s+copy)\b/;
const ASSIGNMENT =
  /^\s*(?:(?:export|local|readonly|declare(?:\s+-\w+)*|override|set|ENV)\s+)*(?:\$env:)?[\w.-]+\s*(?:[:?+]?=|::=)\s*["'(]?\s*(?:\$\{\w+:?-["']?)?$/i;
const COMMAND =
  /\b(?:docker|podman|nerdctl|crictl|ctr|buildah|kind|minikube|kubectl|crane|skopeo|cosign|helm)\b|--(?:[\w-]*image[\w-]*|from)[= ]["']?$/;

/** Scripts that test others: what they name may be what they expect. */
const TEST = /(?:[-_.]tests?\.\w+|\.bats)$/i;
const USES: ReadonlySet<ContextId> = new Set(['assignment', 'command']);

/** Shell, Make, PowerShell and environment files: lines that name an image for a program to use. */
export default {
  id: 'script',
  summary: 'Shell scripts, Makefiles and environment files',
  accepts: ({ path, text }) => PATH.test(path) || (!/\.\w+$/.test(path) && SHEBANG.test(text.slice(0, 80))),
  read: (file, tokens) =>
    readLines(file, tokens, (at) => {
      const context = contextOf(at);
      return TEST.test(file.path) && USES.has(context) ? 'test-data' : context;
    }),
} satisfies Format;

function contextOf({ line, before, token }: TokenLine): ContextId {
  if (inComment(before, 'hash')) return 'comment';
  const flag = flagContext(before);
  if (flag) return flag;
  if (CONDITION.test(before) || RETAG.test(line.text)) return 'script';
  const whole = token.reference !== undefined;
  if (whole && ASSIGNMENT.test(before)) return 'assignment';
  return whole && COMMAND.test(before) ? 'command' : 'script';
}
