import type { ContextId, Format } from '@regmigrate/core';
import { readLines, type TokenLine } from '../read-lines.ts';
import { commandContext } from '../text/command-context.ts';
import { inComment } from '../text/comment-syntax.ts';
import { flagContext } from '../text/flag-context.ts';
import { headOf } from '../text/head-of.ts';
import { listContext } from '../text/list-words.ts';
import { placeHelmSettings } from './place-helm-settings.ts';

const PATH =
  /(?:^|\/)(?:[^/]*\.(?:sh|bash|zsh|ksh|bats|ps1|psm1|bat|cmd|fish|mk|make|env)|(?:gnu)?makefile(?:\.[^/]*)?|justfile|\.env(?:\.[^/]*)?)$/i;
const SHEBANG = /^#!.*\b(?:ba|z|k|da|fi)?sh\b/;
const ASSIGNMENT =
  /^\s*(?:(?:export|local|readonly|declare(?:\s+-\w+)*|override|set|ENV)\s+)*(?:\$env:|\$)?([\w.-]+)\s*(?:[:?+]?=|::=)\s*["'(]?\s*(?:\$\{\w+:?-["']?)?$/i;
const COMMAND =
  /\b(?:docker|podman|nerdctl|crictl|ctr|buildah|kind|minikube|kubectl|crane|skopeo|cosign|helm)\b|--(?:[\w-]*image[\w-]*|from)[= ]["']?$/;
/** kubeadm's setting, in a configuration that the script writes. */
const KUBEADM = /^\s*imageRepository:\s*["']?$/;
/** A section or entry of a registry’s configuration that the script writes. */
const REGISTRY_CONFIG = /registry\.mirrors\."|^\s*(?:prefix|location|endpoint|server)\s*=\s*\[?\s*["']/;
/** Scripts that test others: what they name may be what they expect. */
const TEST = /(?:[-_.]tests?\.\w+|\.bats)$/i;
const USES: ReadonlySet<ContextId> = new Set(['assignment', 'command']);

/** Shell, Make, PowerShell and environment files: lines that name an image for a program to use. */
export default {
  id: 'script',
  summary: 'Shell scripts, Makefiles and environment files',
  accepts: ({ path, text }) => PATH.test(path) || (!/\.\w+$/.test(path) && SHEBANG.test(headOf(text, 80))),
  read(file, tokens, loosePaths = []) {
    const own = readLines(file, tokens, (at) => {
      const context = contextOf(at, file.text);
      return TEST.test(file.path) && USES.has(context) ? 'test-data' : context;
    });
    return placeHelmSettings(file, tokens, loosePaths, own);
  },
} satisfies Format;

function contextOf({ before, after, token }: TokenLine, text: string): ContextId {
  if (inComment(before, 'hash')) return 'comment';
  if (KUBEADM.test(before)) return 'kubeadm-repository';
  if (REGISTRY_CONFIG.test(before)) return 'mirror-table';
  const special = flagContext(before) ?? commandContext(before, after);
  if (special) return special;
  const variable = ASSIGNMENT.exec(before)?.[1];
  if (variable !== undefined) {
    const list = listContext(variable);
    if (list) return list;
    return token.reference && !isRetagged(variable, text) ? 'assignment' : 'script';
  }
  return token.reference && COMMAND.test(before) ? 'command' : 'script';
}

/** Whether the script pushes, tags or removes what the variable holds. */
function isRetagged(variable: string, text: string): boolean {
  const name = variable.replace(/[^\w]/g, '.');
  const use = new RegExp(`(?:push|\\btag\\b|rmi|\\s-t\\s)[^\\n]{0,200}\\$[({]?${name}\\b`);
  return use.test(text);
}
