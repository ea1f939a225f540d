const magic = /[*?[\]{}]/;

/** The folder in front of the first component with a wildcard; undefined where there is no wildcard. */
export function globBase(path: string): string | undefined {
  if (!magic.test(path)) return undefined;
  const parts = path.split('/');
  const fixed = parts.slice(
    0,
    parts.findIndex((part) => magic.test(part)),
  );
  if (fixed.length === 0) return '.';
  return fixed.join('/') || '/';
}

/**
 * `*` and `?` stay within a component, `**` spans components, `{a,b}` and `[a-z]` are as in a shell; names that
 * begin with a dot match too. What matches a folder matches everything below it. `prefix` is taken literally.
 */
export function compileGlob(prefix: string, glob: string): RegExp {
  return new RegExp(`^${escapeRegExp(prefix)}${braces(glob.replace(/\/+$/, ''))}(?:/.*)?$`, 's');
}

function braces(glob: string): string {
  const match = /^((?:[^\\{}]|\\.)*)\{([^{}]*,[^{}]*)\}(.*)$/s.exec(glob);
  if (!match) return globSource(glob);
  const [, before = '', choices = '', after = ''] = match;
  // Spelled out before translation, since a choice may hold part of a component or several.
  return `(?:${choices
    .split(',')
    .map((choice) => braces(before + choice + after))
    .join('|')})`;
}

/** The regular expression of a glob without braces, in the syntax of gitignore. */
export function globSource(glob: string): string {
  let source = '';
  let at = 0;
  while (at < glob.length) {
    const rest = glob.slice(at);
    const atStart = at === 0 || glob[at - 1] === '/';
    const character = glob[at] ?? '';
    const set = character === '[' ? /^\[([!^]?)(\]?(?:\\.|\[:\w+:\]|[^\]\\])*)\]/s.exec(rest) : null;
    let length = 1;
    if (atStart && rest.startsWith('**/')) [source, length] = [`${source}(?:[^/]+/)*`, 3];
    else if (atStart && rest === '**') [source, length] = [`${source}.+`, 2];
    else if (character === '*') [source, length] = [`${source}[^/]*`, /^\*+/.exec(rest)?.[0].length ?? 1];
    else if (character === '?') source += '[^/]';
    else if (set) [source, length] = [source + setSource(set[1] !== '', set[2] ?? ''), set[0].length];
    else if (character === '\\' && rest.length > 1)
      [source, length] = [source + escapeRegExp(rest[1] ?? ''), 2];
    else source += escapeRegExp(character);
    at += length;
  }
  return source;
}

const classes: Readonly<Record<string, string>> = {
  alpha: 'A-Za-z',
  digit: '0-9',
  alnum: 'A-Za-z0-9',
  upper: 'A-Z',
  lower: 'a-z',
  space: '\\s',
  punct: '!-\\/:-@\\[-`{-~',
  xdigit: '0-9A-Fa-f',
};

function setSource(negated: boolean, members: string): string {
  const inner = members.replace(/\[:(\w+):\]|\\(.)|[\\\][^]/gs, (match, name?: string, escaped?: string) =>
    name !== undefined ? (classes[name] ?? '') : `\\${escaped ?? match}`,
  );
  return `(?!/)[${negated ? '^' : ''}${inner}]`;
}

function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
