import type { NamePattern, Rule } from '../model/rule.ts';

/** The retired names of all rules, ready to be searched for. Made once a run. */
export interface NameMatcher {
  /** Global, case-insensitive; group n+1 is `names[n]`. Finds a name without its wildcard label. */
  readonly expression: RegExp;
  readonly names: readonly { readonly rule: string; readonly pattern: NamePattern }[];
  /** Global, case-insensitive: the paths of the names that have one, wherever they stand. */
  readonly paths: RegExp | undefined;
  /** The same search in the syntax that ripgrep and JavaScript share: a superset, for ruling files out. */
  readonly prefilter: string;
}

/*
 * Regular expressions and Markdown put backslashes before dots, slashes and underscores
 * (`k8s\.gcr\.io`, `gcr.io\/google_containers`, `google\_containers`); a string may double them.
 */
const escapable = (literal: string): string =>
  literal.replace(/[^a-z0-9-]/gi, (character) => `\\\\{0,2}${character === '.' ? '\\.' : character}`);

/** Letters of a path wildcard; bounded, because a run of them without an end must not cost more than a look. */
const WILDCARD = '[a-z0-9-]{1,60}';
/** What a component of a path is made of; a dot behind it ends a sentence. */
const PART = '[a-z0-9-](?:[a-z0-9._-]{0,127}[a-z0-9-])?';

function expressionOf({ domain, path, whole }: NamePattern): string {
  const searched = domain.replace(/^\*/, '') + (path === undefined ? '' : `/${path}`);
  return searched
    .split('*')
    .map(escapable)
    .join(whole ? PART : WILDCARD);
}

/** What must not follow, so that another name is left to other patterns. */
function endOf({ path, whole, components, except = [] }: NamePattern): string {
  const slash = escapable('/');
  const others = except.map((other) => `${slash}${escapable(other)}(?![\\w.-])`);
  const port = path === undefined ? [':\\d'] : [];
  const unlike = whole ? ['[\\w-]', '\\\\{0,2}\\.[a-z0-9]', ...port, ...others] : others;
  return (unlike.length === 0 ? '' : `(?!${unlike.join('|')})`) + behind(components);
}

/** What must follow. A template expression behind a component may hold more of them. */
function behind(components: NamePattern['components']): string {
  if (components === undefined) return '';
  const slash = escapable('/');
  return components === 0 ? `(?!${slash})` : `(?=${slash}${PART}(?!${slash}|[\\w${OPENERS}-]|\\.[a-z0-9]))`;
}

const OPENERS = '$%{<*(';

/** A pattern's domain may begin with `*`, and its path may hold one; other places are not supported. */
export function compileNames(rules: readonly Pick<Rule, 'id' | 'names'>[]): NameMatcher {
  const names = rules.flatMap(({ id, names }) => names.map((pattern) => ({ rule: id, pattern })));
  const sources = names.map(({ pattern }) => expressionOf(pattern) + endOf(pattern));
  const paths = barePaths(names.map(({ pattern }) => pattern));
  return {
    expression: new RegExp(sources.map((source) => `(${source})`).join('|'), 'gi'),
    names,
    paths: paths.length === 0 ? undefined : new RegExp(paths.map(escapable).join('|'), 'gi'),
    prefilter: prefilterOf(names.map(({ pattern }) => pattern)),
  };
}

/** Paths without a wildcard, whose domain may stand in another place. */
function barePaths(patterns: readonly NamePattern[]): readonly string[] {
  const paths = patterns.flatMap(({ path }) => (path === undefined || path.includes('*') ? [] : [path]));
  return [...new Set(paths)];
}

/*
 * ripgrep leaps through a text in search of the letters with which names begin, but only while these are few;
 * otherwise it walks through every byte, which takes five times as long. So names that begin alike stand
 * together, a name that holds another one is left out, and so is the label that a wildcard begins.
 */
function prefilterOf(patterns: readonly NamePattern[]): string {
  // A path that users name may be a word that stands in every file; its domain stands in each that matters.
  const searched = patterns.map(({ whole, ...rest }) => (whole ? { domain: rest.domain } : rest));
  const names = searched.map((pattern) => expressionOf(withoutWildcardLabel(pattern)));
  const sources = [...new Set([...names, ...barePaths(searched).map(escapable)])];
  const needed = sources.filter(
    (source) => !sources.some((other) => other !== source && source.includes(other)),
  );
  const tails = new Map<string, string[]>();
  for (const source of needed) {
    const head = /^[a-z0-9-]*/i.exec(source)?.[0] ?? '';
    tails.set(head, [...(tails.get(head) ?? []), source.slice(head.length)]);
  }
  return [...tails].map(([head, rest]) => `${head}(?:${rest.join('|')})`).join('|');
}

/** `pkg.dev` of `*-docker.pkg.dev`; a domain of two labels keeps both, for one alone is found everywhere. */
function withoutWildcardLabel({ domain, ...rest }: NamePattern): NamePattern {
  return { domain: domain.replace(/^\*[^.]*\.(?=.*\.)/, ''), ...rest };
}
