import type { Applicability, FileAnalysis, Finding, Kept, Mention } from '@regmigrate/core';

interface Change {
  readonly applicability: Applicability | 'keep';
  readonly reason?: string;
}

const TRUST = ['keep', 'manual', 'unsafe', 'safe'] as const;
const trust = (verdict: Applicability | 'keep'): number => TRUST.indexOf(verdict);

/** The verdicts of a run while links lower them. None is ever raised. */
export class Verdicts {
  readonly #changes = new Map<Finding, Change>();
  readonly #together = new Map<Finding, string>();

  of(finding: Finding): Applicability | 'keep' {
    return this.#changes.get(finding)?.applicability ?? finding.applicability;
  }

  reasonOf(finding: Finding): string | undefined {
    return this.#changes.get(finding)?.reason ?? finding.reason;
  }

  /** Whether that changed anything. */
  lower(finding: Finding, applicability: Applicability | 'keep', reason: string): boolean {
    if (trust(applicability) >= trust(this.of(finding))) return false;
    this.#changes.set(finding, { applicability, reason });
    return true;
  }

  /** Findings of one set change together or not at all. */
  bind(finding: Finding, set: string): void {
    this.#together.set(finding, set);
  }

  /** The analysis with the verdicts as they are now. */
  apply<T extends FileAnalysis>(analysis: T): T {
    const all = analysis.findings.map((finding) => this.#conclude(finding));
    const findings = all.filter((told) => 'edits' in told);
    const kept = all.filter((told) => !('edits' in told));
    const byPlace = (a: Mention, b: Mention): number => a.span.start - b.span.start;
    return {
      ...analysis,
      findings,
      ...(kept.length > 0 && { kept: [...analysis.kept, ...kept].sort(byPlace) }),
    };
  }

  #conclude(finding: Finding): Finding | Kept {
    const change = this.#changes.get(finding);
    const together = this.#together.get(finding);
    const { severity: _s, applicability: own, edits, reason: was, ...mention } = finding;
    const applicability = change?.applicability ?? own;
    const reason = change?.reason ?? was;
    if (applicability === 'keep') return { ...mention, reason: reason ?? '' };
    return {
      ...finding,
      applicability,
      ...(reason !== undefined && { reason }),
      edits: applicability === 'manual' ? [] : edits,
      ...(together !== undefined && applicability !== 'manual' && { together }),
    };
  }
}
