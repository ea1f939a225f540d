import type { ContextId, Format } from '@regmigrate/core';
import { readLines, type TokenLine } from '../read-lines.ts';
import { inComment } from '../text/comment-syntax.ts';

const PATH = /\.(?:toml|hcl|tf|tfvars|ini|cfg|conf|properties|service|socket|rules|nomad|ign)$/i;
const MIRROR = /mirror|\[\[registry\]\]|hosts\.toml|certs\.d/i;

/** Configuration that is no YAML: TOML, HCL, INI, systemd units. */
export default {
  id: 'config',
  summary: 'TOML, HCL, INI and systemd units',
  accepts: ({ path }) => PATH.test(path),
  read: (file, tokens) => readLines(file, tokens, contextOf),
} satisfies Format;

function contextOf({ line, before, token }: TokenLine): ContextId {
  if (inComment(before, 'both')) return 'comment';
  if (MIRROR.test(line.text) || (token.reference === undefined && /^\s*(?:prefix|location|server)\s*=/.test(before)))
    return 'mirror-table';
  return 'config-value';
}
