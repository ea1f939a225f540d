import type { ContextId, Format, SourceFile } from '@regmigrate/core';
import { readLines, type TokenLine } from '../read-lines.ts';
import { inComment } from '../text/comment-syntax.ts';
import { listContext } from '../text/list-words.ts';

const PATH = /\.(?:toml|hcl|tf|tfvars|ini|cfg|conf|properties|service|socket|rules|nomad|ign)$/i;
/** Longest section that is looked back over. */
const SECTION_LINES = 100;
const MIRROR = /\bmirrors?\b[\]"'.]|^\s*[\w."-]*mirror[\w."-]*\s*=|\[\[registry\]\]|certs\.d/i;

/** Configuration that is no YAML: TOML, HCL, INI, systemd units. */
export default {
  id: 'config',
  summary: 'TOML, HCL, INI and systemd units',
  accepts: ({ path }) => PATH.test(path),
  read: (file, tokens) => readLines(file, tokens, (at) => contextOf(at, file)),
} satisfies Format;

/** The nearest line above that opens a section: `[plugins.….registry.mirrors."k8s.gcr.io"]`. */
function sectionOf({ text }: SourceFile, lineStart: number): string {
  for (let end = lineStart - 1, looked = 0; end > 0 && looked < SECTION_LINES; looked++) {
    const start = text.lastIndexOf('\n', end - 1) + 1;
    const line = text.slice(start, end).trim();
    if (line.startsWith('[')) return line;
    end = start - 1;
  }
  return '';
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
