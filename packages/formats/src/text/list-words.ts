import type { ContextId } from '@regmigrate/core';

/** Words in the name of a list, variable or option that tell what becomes of the names in it. */
const WORDS: readonly { readonly context: ContextId; readonly word: RegExp }[] = [
  { context: 'mirror-table', word: /mirror|insecure[-_]?registr|registry[-_]?prox/i },
  {
    context: 'deny-list',
    word: /den(?:y|ied)|disallow|block(?:ed|s?list|_)|forbid|blacklist|banned|\bbad[-_]|prohibit|reject|^exclud|^block$|not[-_]?allowed|unwanted|^retired|must[-_]?not|vulnerab/i,
  },
  {
    context: 'allow-list',
    word: /allow|permit|whitelist|trusted|approved|^accept(?:ed)?|^skip|to[-_]skip|^ignored?|exempt|^waive|^exceptions?$|^suppress|^protected[-_]?(?:images?|repos\w*|registr\w*)/i,
  },
  {
    context: 'push-target',
    word: /^push|[-_]push|publish|destination|^dest(?:[-_]|$)|^target[-_]?image|output[-_]?image/i,
  },
  {
    context: 'network-rule',
    word: /fqdn|^no[-_]?proxy$|dns[-_]?names|^domains$|server[-_]?name|^matchName$|^matchPattern$/i,
  },
  { context: 'credentials', word: /^auths?$|cred(?:s|ential|Helpers)|dockerconfigjson|^host[-_]?rules$/i },
];

/** What the name of a list, variable or option makes of a name in it; undefined for all others. */
export function listContext(name: string): ContextId | undefined {
  return WORDS.find(({ word }) => word.test(name))?.context;
}
