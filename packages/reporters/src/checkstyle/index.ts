import type { Reporter } from '@regmigrate/core';
import { byFile } from '../findings/by-file.ts';
import { changeOf } from '../findings/change-of.ts';
import { codeOf } from '../findings/code-of.ts';
import { levelOf } from '../findings/level-of.ts';
import { pendingOf } from '../findings/pending-of.ts';
import { saidOf } from '../findings/said-of.ts';
import { escapeXml } from '../text/escape-xml.ts';
import { toPrintable } from '../text/to-printable.ts';

interface Entry {
  readonly file: string;
  /** Both from 1; a whole file has neither. */
  readonly start: { readonly line: number; readonly column: number } | undefined;
  readonly severity: string;
  readonly message: string;
  readonly source: string;
}

const SEVERITIES = { error: 'error', warning: 'warning', note: 'info' } as const;

const HEAD =
  /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<checkstyle version="4\.3">\n(?:<\/checkstyle>| {2}<file [^\n]*>\n {4}<error [^\n]* source="regmigrate\/)/;

export default {
  id: 'checkstyle',
  summary: 'Report in the XML of Checkstyle',
  render(report, view) {
    const entries: Entry[] = [
      ...pendingOf(report).map((finding) => ({
        ...finding,
        severity: SEVERITIES[levelOf(finding)],
        message: `${changeOf(finding)}: ${saidOf(finding)}`,
        source: codeOf(finding),
      })),
      ...(view.verbose ? report.kept : []).map((kept) => ({
        ...kept,
        severity: SEVERITIES.note,
        message: `${changeOf(kept)}: ${saidOf(kept)}`,
        source: codeOf(kept),
      })),
      ...report.problems.map(({ file, start, code, message }) => {
        const said = toPrintable(message);
        return { file, start, severity: SEVERITIES.warning, message: said, source: `problem/${code}` };
      }),
    ];
    const parts = [...byFile(entries)].map(
      ([file, own]) => `  <file name="${escapeXml(file)}">\n${own.map(printEntry).join('')}  </file>\n`,
    );
    return `<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3">\n${parts.join('')}</checkstyle>\n`;
  },
  wrote: (head) => HEAD.test(head),
} satisfies Reporter;

function printEntry({ start, severity, message, source }: Entry): string {
  const place = start === undefined ? '' : ` line="${start.line}" column="${start.column}"`;
  return `    <error${place} severity="${severity}" message="${escapeXml(message)}" source="regmigrate/${escapeXml(source)}"/>\n`;
}
