import type { Setting } from '../settings/setting.ts';

const RELEASE = /^\uFEFF?[ \t]*resource\s+"helm_release"\s+"[^"\n]*"\s*\{/gm;
/** `set { … }`, `set_sensitive { … }`, or an item of `set = [{ … }, …]`. */
const SET = /(?:\bset(?:_sensitive)?\s*|[[,]\s*)\{([^{}]*)\}/g;
const NAME = /\bname\s*=\s*"((?:[^"\\]|\\.)*)"/;
const VALUE = /\bvalue\s*=\s*"([^"\n]*)"/d;
/** Longest resource that is looked at, in UTF-16 units. */
const REACH = 64 * 1024;

/** What each Helm release of a Terraform file sets, in the order of the file. */
export function settingsInTerraform(text: string): readonly (readonly Setting[])[] {
  if (!text.includes('helm_release')) return [];
  // An expression in a string has braces of its own.
  const masked = text.replace(/\$\{[^{}\n]*\}/g, (expression) => '_'.repeat(expression.length));
  const releases: (readonly Setting[])[] = [];
  let last = 0;
  for (const { index, 0: head } of masked.matchAll(RELEASE)) {
    if (index < last) continue;
    const start = index + head.length;
    last = endOfBlock(masked, start);
    releases.push(settingsIn(masked.slice(start, last), start));
  }
  return releases;
}

function settingsIn(block: string, start: number): readonly Setting[] {
  return [...block.matchAll(SET)].flatMap(({ index, 0: whole, 1: body = '' }): readonly Setting[] => {
    const path = NAME.exec(body)?.[1]?.replace(/\\(.)/g, '$1');
    const [from, to] = VALUE.exec(body)?.indices?.[1] ?? [];
    if (path === undefined || from === undefined || to === undefined) return [];
    const at = start + index + whole.length - 1 - body.length;
    return [{ path, value: { start: at + from, end: at + to } }];
  });
}

/** Behind the brace that closes a block; strings and heredocs of releases keep theirs in balance. */
function endOfBlock(text: string, start: number): number {
  let depth = 1;
  const limit = Math.min(text.length, start + REACH);
  for (let at = start; at < limit; at++) {
    if (text[at] === '{') depth++;
    else if (text[at] === '}' && --depth === 0) return at;
  }
  return limit;
}
