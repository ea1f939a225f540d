import type { ContextId, Format, SourceFile } from '@regmigrate/core';
import { readLines, type TokenLine } from '../read-lines.ts';
import { inComment } from '../text/comment-syntax.ts';
import { listContext } from '../text/list-words.ts';
import { readTerraform } from './read-terraform.ts';

const PATH = /\.(?:toml|hcl|tf|tfvars|ini|cfg|conf|properties|service|socket|rules|nomad|ign)$/i;
const TERRAFORM = /\.tf$/i;
/** How far above its entries a section's line is looked for, in UTF-16 units. */
const SECTION_REACH = 4000;
const MIRROR = /\bmirrors?\b[\]"'.]|^\s*[\w."-]*mirror[\w."-]*\s*=|\[\[registry\]\]|certs\.d/i;

/** Configuration that is no YAML: TOML, HCL, INI, systemd units. */
export default {
  id: 'config',
  summary: 'TOML, HCL, INI and systemd units',
  accepts: ({ path }) => PATH.test(path),
  read(file, tokens, loosePaths = []) {
    const own = readLines(file, tokens, (at) => contextOf(at, file));
    return TERRAFORM.test(file.path) ? readTerraform(file, tokens, loosePaths, own) : own;
  },
} satisfies Format;

/** The nearest line above that opens a section: `[plugins.….registry.mirrors."k8s.gcr.io"]`. */
function sectionOf({ text }: SourceFile, lineStart: number): string {
  const lines = text.slice(Math.max(0, lineStart - SECTION_REACH), lineStart).split('\n');
  return lines.findLast((line) => line.trimStart().startsWith('['))?.trim() ?? '';
}

function contextOf({ line, before, token }: TokenLine, file: SourceFile): ContextId {
  if (inComment(before, 'both')) return 'comment';
  if (
    MIRROR.test(line.text) ||
    MIRROR.test(sectionOf(file, line.start)) ||
    (token.reference === undefined && /^\s*(?:prefix|location|server)\s*=/.test(before))
  )
    return 'mirror-table';
  const key = /[\w-]+(?=["']?\s*[=:]\s*[[{("']*\s*[^=]*$)/.exec(before.slice(-300))?.[0] ?? '';
  return listContext(key) ?? listContext(sectionOf(file, line.start)) ?? 'config-value';
}
