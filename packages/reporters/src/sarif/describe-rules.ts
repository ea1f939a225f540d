import type { Finding, Kept } from '@regmigrate/core';
import { codeOf } from '../findings/code-of.ts';
import { levelOf } from '../findings/level-of.ts';
import { rulePage } from '../home-page.ts';
import type { RunView } from '../run-view.ts';

interface Described {
  readonly descriptors: readonly object[];
  /** The place of a mention's rule among them. */
  readonly indexOf: (mention: Finding | Kept) => number;
}

const ADVICE =
  '`regmigrate fix` rewrites what is safe to rewrite, and `regmigrate fix --unsafe-fixes` what is likely right, too. The rest needs a person: the message says what to do. `regmigrate explain REFERENCE` tells more of one reference.';

/** One for each code that occurs, as hosts list, filter and silence by it. */
export function describeRules(
  mentions: readonly (Finding | Kept)[],
  rules: NonNullable<RunView['rules']>,
): Described {
  const summaries = new Map(rules.map(({ id, summary }) => [id, summary]));
  const indices = new Map<string, number>();
  const descriptors: object[] = [];
  for (const mention of mentions) {
    const id = codeOf(mention);
    if (indices.has(id)) continue;
    indices.set(id, descriptors.length);
    const summary = `${summaries.get(mention.rule) ?? 'A reference to a retired registry'}.`;
    const page = rulePage(mention.rule);
    descriptors.push({
      id,
      shortDescription: { text: summary },
      fullDescription: { text: summary },
      help: {
        text: `${summary}\n\n${ADVICE.replaceAll('`', '')}\n\n${page}`,
        markdown: `${summary}\n\n${ADVICE}\n\n[More of this rule](${page})`,
      },
      helpUri: page,
      defaultConfiguration: { level: 'severity' in mention ? levelOf(mention) : 'note' },
    });
  }
  return { descriptors, indexOf: (mention) => indices.get(codeOf(mention)) ?? -1 };
}
