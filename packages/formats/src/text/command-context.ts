import type { ContextId } from '@regmigrate/core';

const CONDITION = /(?:\[\[?\s|\btest\s|\bcase\s|\bifn?eq\b|\bgrep\b|\bawk\b|==|!=|=~)/;
/** `! grep NAME`, `if grep NAME`, `grep NAME && exit 1`: it forbids the name. */
const GUARD = /(?:!\s*|\bif\s+!?\s*)(?:git\s+)?grep\b|\bgrep\b[^|]*(?:&&|\|\|)\s*(?:exit|echo|fail|false)/;
const PUSH = /\b(?:push|build\b.*\s(?:-t|--tag))\s|--(?:destination|tag)[= ]|["']push["'],\s*["']?$/;
const RETAG =
  /\b(?:re-?tag|docker\s+(?:image\s+)?tag|ctr\b.*\btag|crane\s+(?:cp|copy|tag)|skopeo\s+copy|rmi|images?\s+(?:rm|remove)|docker\s+(?:save|load))\b/;

/** Where another command can begin; a line break may be written as `\n`. */
const COMMAND_BREAK = /\\n|&&|[;|\n]/;

/** What a command does with a name besides pulling it; undefined where it only pulls or runs it. */
export function commandContext(line: string, after: string): ContextId | undefined {
  const before = line.split(COMMAND_BREAK).at(-1) ?? '';
  if (PUSH.test(before)) return 'push-target';
  if (GUARD.test(before + after.slice(0, 100))) return 'comparison';
  return CONDITION.test(before) || RETAG.test(before) ? 'script' : undefined;
}
