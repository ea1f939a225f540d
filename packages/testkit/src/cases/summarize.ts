import { LineIndex, type FileAnalysis } from '@regmigrate/core';
import { mentionsOf } from '../mentions-of.ts';

/** One mention as `findings.json` tells it. Words are left out: reporters have cases for them. */
export interface Summary {
  readonly at: string;
  readonly old: string;
  readonly new?: string;
  readonly verdict: string;
  readonly code: string;
  readonly context: string;
  readonly locator?: string;
}

export function summarize(text: string, analysis: FileAnalysis): readonly Summary[] {
  const lines = new LineIndex(text);
  return mentionsOf(analysis).map((mention) => {
    const { line, column } = lines.at(mention.span.start);
    return {
      at: `${line}:${column}`,
      old: mention.old,
      ...(mention.new !== undefined && { new: mention.new }),
      verdict: 'edits' in mention ? mention.applicability : 'keep',
      code: `${mention.rule}/${mention.code}`,
      context: mention.context,
      ...(mention.locator !== undefined && { locator: mention.locator }),
    };
  });
}
