import type { ContextId, FileAnalysis, SourceFile } from '@regmigrate/core';

/** A retired reference in a rendering. */
export interface LeftReference {
  /** `Deployment/web spec.template.spec.containers[0].image`, where it is known. */
  readonly locator?: string;
  readonly reference: string;
  /** What it would become. */
  readonly new?: string;
  /** The template that made it, as Helm names it: from the chart's name on. */
  readonly template?: string;
  /** Where in the chart that is, where its templates tell. */
  readonly origin?: Origin;
}

/** A line of a template, and the keys of the values from which it prints a reference. */
export interface Origin {
  /** Display path. */
  readonly file: string;
  readonly line: number;
  readonly values: readonly string[];
}

/** Nothing is pulled by what only people read, such as the descriptions in a CRD. */
const FOR_PEOPLE: ReadonlySet<ContextId> = new Set(['comment', 'prose']);

/** The references in a rendering that should have moved. */
export function findLeft(
  text: string,
  analyze: (file: SourceFile) => FileAnalysis,
): readonly LeftReference[] {
  const { findings } = analyze({ path: 'rendered.yaml', text });
  const sources = Array.from(text.matchAll(/^# Source: (.+)$/gm), ({ index, 1: path = '' }) => ({
    index,
    path,
  }));
  let next = 0;
  return findings
    .filter(({ context }) => !FOR_PEOPLE.has(context))
    .map((finding) => {
      while ((sources[next]?.index ?? Infinity) < finding.span.start) next++;
      const template = sources[next - 1]?.path;
      return {
        reference: finding.old,
        ...(finding.locator !== undefined && { locator: finding.locator }),
        ...(finding.new !== undefined && { new: finding.new }),
        ...(template !== undefined && { template }),
      };
    });
}
