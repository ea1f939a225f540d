import {
  findTokens,
  type Applicability,
  type Decision,
  type NameMatcher,
  type RetiredReference,
  type Rule,
  type Token,
} from '@regmigrate/core';

type Move = Extract<Decision, { kind: 'move' }>;

interface Composed {
  readonly rules: readonly Rule[];
  /** Those of `rules`. */
  readonly names: NameMatcher;
}

const CODE = 'moves-on';
const TRUST: readonly Applicability[] = ['manual', 'unsafe', 'safe'];

/**
 * The rule with its moves followed to the end, so that a second run finds nothing more: what a rule of ours moves
 * to registry.k8s.io goes to the mirror of it that a user names. No rule is asked twice: where `a.io/x` becomes
 * `a.io`, what `a.io/x/x/app` means after one step is its end to the user and a retired name to the rule.
 */
export function followRule(rule: Rule, composed: Composed): Rule {
  return {
    ...rule,
    messages: {
      ...rule.messages,
      [CODE]: '{old} would become {target}, which moves again: name where the image is in the end',
    },
    decide(reference) {
      const decision = rule.decide(reference);
      return decision.kind === 'move' ? follow(decision, rule, reference, composed) : decision;
    },
  };
}

function follow(first: Move, rule: Rule, reference: RetiredReference, { rules, names }: Composed): Decision {
  const asked = new Set([rule.id]);
  let move = first;
  for (;;) {
    const target = nameOf(move);
    const token = openToken(target, names);
    const next = rules.find(({ id }) => id === token?.rule);
    if (!token || !next) return move;
    const rest = target.slice(token.name.end);
    const there = referenceAt(token, rest, reference);
    const decision = isWhole(there, rest, reference) && !asked.has(next.id) ? next.decide(there) : undefined;
    if (decision?.kind === 'keep') return move;
    if (decision?.kind !== 'move')
      return { kind: 'advise', code: CODE, severity: first.severity, data: { target } };
    asked.add(next.id);
    move = weaker(move, decision, next);
  }
}

const nameOf = ({ to }: Move): string => (to.path === '' ? to.domain : `${to.domain}/${to.path}`);

/** The retired name that the text begins with. */
function openToken(text: string, names: NameMatcher): Token | undefined {
  const [token] = findTokens(text, names);
  return token?.name.start === 0 && token.left === 'open' && token.right === 'open' ? token : undefined;
}

function referenceAt({ written }: Token, rest: string, reference: RetiredReference): RetiredReference {
  const name = written.toLowerCase();
  return { ...reference, name, prefix: name.split('/').slice(1).join('/'), path: rest.replace(/^\//, '') };
}

/** Whether the name ends there: with a component, and not where the text goes on in a way not known. */
function isWhole({ prefix }: RetiredReference, rest: string, { path, exact }: RetiredReference): boolean {
  if (rest !== '') return rest.startsWith('/');
  return prefix === '' || path === '' || exact.path;
}

function weaker(move: Move, then: Move, { id }: Rule): Move {
  const isWeaker = TRUST.indexOf(then.applicability) < TRUST.indexOf(move.applicability);
  if (!isWeaker) return { ...move, to: then.to };
  const doubt = then.doubt ?? then.data?.reason ?? `${nameOf(move)} moves on by ${id}, which is not sure`;
  return { ...move, to: then.to, applicability: then.applicability, doubt };
}
