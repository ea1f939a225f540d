import type { ContextId, Placement, SourceFile, Token } from '@regmigrate/core';

/** What a program does with a name without comparing it. */
const USES: ReadonlySet<ContextId> = new Set(['assignment', 'command', 'code-string']);

/** Uses that look at a name. A pattern for a lone domain looks at every name in it. */
const DOUBTFUL: ReadonlySet<ContextId> = new Set(['script', 'comparison', 'regular-expression']);

/*
 * A program that uses a name in one line may compare or retag it in another; the two must go on
 * agreeing. So within one program a name is trusted no more than its most doubtful use, and a lone
 * domain in a program that knows both registries is taken as what tells them apart.
 */
export function keepTogether(
  { text }: SourceFile,
  tokens: readonly Token[],
  placements: readonly Placement[],
): readonly Placement[] {
  const doubtful = new Map<string, ContextId>();
  for (const [index, token] of tokens.entries()) {
    const context = placements[index]?.context;
    if (!context || !DOUBTFUL.has(context)) continue;
    if (doubtful.get(imageOf(token)) !== 'regular-expression') doubtful.set(imageOf(token), context);
  }
  const knowsBoth = text.includes('registry.k8s.io');
  return placements.map((placement, index) => {
    const token = tokens[index];
    if (!token) return placement;
    if (knowsBoth && !token.reference && (USES.has(placement.context) || placement.context === 'script'))
      return { ...placement, context: 'migration' };
    const used = USES.has(placement.context) || (placement.context === 'script' && !token.reference);
    const doubt = used ? doubtful.get(imageOf(token)) : undefined;
    return doubt === undefined ? placement : { ...placement, context: doubt };
  });
}

const imageOf = ({ written, reference }: Token): string => reference?.path.value ?? written;
