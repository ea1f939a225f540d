/** What the JSON report tells of a mention or a problem, as far as cases are about it. */
interface Entry {
  readonly file: string;
  readonly line: number | null;
  readonly column: number | null;
  readonly code: string;
  readonly rule?: string;
  readonly old?: string;
  readonly new?: string | null;
  readonly applicability?: string;
  readonly context?: string;
  readonly together?: string | null;
}

interface Report {
  readonly findings: readonly Entry[];
  readonly kept: readonly Entry[];
  readonly problems: readonly Entry[];
}

/** The text of `findings.json` of a tree: one line a mention, then one a problem. Words are left out. */
export function printReport(json: string): string {
  const { findings, kept, problems } = JSON.parse(json) as Report;
  const mentions = [...findings, ...kept].toSorted(
    (a, b) => compare(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0),
  );
  const lines = [
    ...mentions.map((mention) => ({
      at: place(mention),
      old: mention.old,
      ...(typeof mention.new === 'string' && { new: mention.new }),
      verdict: mention.applicability,
      code: `${mention.rule}/${mention.code}`,
      context: mention.context,
      ...(typeof mention.together === 'string' && { together: mention.together }),
    })),
    ...problems.map((problem) => ({ at: place(problem), problem: problem.code })),
  ];
  return lines.length === 0
    ? '[]\n'
    : `[\n${lines.map((line) => `  ${JSON.stringify(line)}`).join(',\n')}\n]\n`;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const place = ({ file, line, column }: Entry): string =>
  line === null ? file : `${file}:${line}:${column ?? 1}`;
