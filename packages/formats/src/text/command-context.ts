import type { ContextId } from '@regmigrate/core';

const CONDITION = /(?:\[\[?\s|\btest\s|\bcase\s|\bifn?eq\b|\bgrep\b|\bawk\b|==|!=|=~)/;
/** `! grep NAME`, `if grep NAME`, `grep NAME && exit 1`: it forbids the name. */
const GUARD = /(?:!\s*|\bif\s+!?\s*)(?:git\s+)?grep\b|\bgrep\b[^|]*(?:&&|\|\|)\s*(?:exit|echo|fail|false)/;
const PUSH = /\b(?:push|build\b.*\s(?:-t|--tag))\s|--(?:destination|tag)[= ]|["']push["'],\s*["']?$/;
const RETAG =
  /\b(?:re-?tag|docker\s+(?:image\s+)?tag|ctr\b.*\btag|crane\s+(?:cp|copy|tag)|skopeo\s+copy|rmi|images?\s+(?:rm|remove)|docker\s+(?:save|load))\b/;

/** What a command does with a name besides pulling it; undefined where it only pulls or runs it. */
export function commandContext(before: string, after: string): ContextId | undefined {
  if (PUSH.test(before)) return 'push-target';
  if (GUARD.test(before + after.slice(0, 100))) return 'comparison';
  return CONDITION.test(before) || RETAG.test(before) ? 'script' : undefined;
}
