import { readFileSync } from 'node:fs';

/** The JSON report, as far as it is read: docs/json.md. */
export interface Report {
  readonly summary: {
    readonly files: number;
    readonly findings: number;
    readonly safe: number;
    readonly unsafe: number;
    readonly manual: number;
    readonly fixed: number;
    readonly problems: number;
  };
  readonly findings: readonly Finding[];
  /** What `fix` wrote. */
  readonly fixed: readonly { readonly file: string }[];
  readonly companions: readonly { readonly file: string }[];
}

export interface Finding {
  readonly file: string;
  /** From 1; the column in UTF-16 units. */
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly applicability: 'safe' | 'unsafe' | 'manual';
  readonly reason: string | null;
  readonly old: string;
  readonly new: string | null;
  readonly together: string | null;
  readonly edits: readonly Edit[] | null;
}

export interface Edit {
  readonly column: number;
  readonly old: string;
  readonly new: string;
}

export function readReport(file: string): Report {
  return JSON.parse(readFileSync(file, 'utf8')) as Report;
}
