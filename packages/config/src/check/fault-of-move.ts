import { parseReference } from '@regmigrate/core';
import type { Move } from '@regmigrate/rules';

/** A host name with a dot or a port, as a reference that names its registry begins. */
const REGISTRY = /^(?:\*?[a-z0-9-]*(?:\.[a-z0-9-]+)+(?::\d+)?|[a-z0-9-]+:\d+|localhost)(?=\/|$)/i;
const WILDCARDS = /^(?:\*[^*/]*|[^*/]*)(?:\/[^*]*\*?[^*]*)?$/;

/** What is wrong with a move, in words that follow its name. */
export function faultOfMove({ from, to, except = [] }: Move): string | undefined {
  const inPath = from.slice(Math.max(0, from.indexOf('/'))).includes('*') && from.includes('/');
  if (!REGISTRY.test(from))
    return `must move from a registry, such as docker.io/team, not from ${show(from)}`;
  if (!WILDCARDS.test(from)) return `may have one * at the begin and one in the path, unlike ${show(from)}`;
  if (!REGISTRY.test(to.replace('*', 'x'))) return `must move to a registry, not to ${show(to)}`;
  if ((to.match(/\*/g) ?? []).length > (inPath ? 1 : 0) || /^[^/]*\*/.test(to))
    return `has a * in ${show(to)} that stands for nothing`;
  if (/:[^/]*$/.test(from.replace(REGISTRY, '')) || /:[^/]*$/.test(to.replace(REGISTRY, '')))
    return 'names a tag; images move with all their tags';
  const unnameable = [from.toLowerCase(), to, ...except.map((name) => name.toLowerCase())].find(
    (name) => !isNameable(name),
  );
  if (unnameable !== undefined)
    return `has ${show(unnameable)}, which is no registry with a path, as names of images begin`;
  const base = `${from.toLowerCase().replace(/\/+$/, '')}/`;
  const outside = except.find((name) => !name.toLowerCase().startsWith(base));
  return outside === undefined ? undefined : `excepts ${show(outside)}, which is not below ${show(from)}`;
}

/** Whether images can lie below it, by the grammar of references. */
function isNameable(name: string): boolean {
  const parsed = parseReference(`${name.replaceAll('*', 'x').replace(/\/+$/, '')}/x`);
  return (
    parsed.ok &&
    parsed.reference.domain !== undefined &&
    !parsed.reference.domain.templated &&
    !parsed.reference.path.templated
  );
}

const show = (text: string): string => JSON.stringify(text);
