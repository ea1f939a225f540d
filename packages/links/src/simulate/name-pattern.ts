import { splitImage } from './split-image.ts';

/**
 * What the `name` of an entry matches. kustomize takes it for a regular expression, unescaped; here only the
 * plain ones are followed. A dot may match any character, but no two images differ in that alone; dots where no
 * name has any are a pattern.
 */
export type NamePattern =
  | { readonly kind: 'plain'; readonly name: string }
  /** With a tag or digest: only images that have it. */
  | { readonly kind: 'tagged'; readonly name: string; readonly rest: string }
  /** A real pattern: all that is known is how its matches begin. */
  | { readonly kind: 'pattern'; readonly prefix: string };

export function namePatternOf(written: string): NamePattern {
  const value = written.replace(/\\([./:@-])/g, '$1');
  const special = /[\\^$*+?()[\]{}|]|\.(?=[./]|$)|(?<=^|\/)\./.exec(value);
  if (special) {
    const prefix = value.slice(0, special.index);
    // A quantifier takes the last character back, an alternative all of it.
    const sure = /[*?{]/.test(special[0]) ? prefix.slice(0, -1) : prefix;
    return { kind: 'pattern', prefix: value.includes('|') ? '' : sure };
  }
  const { name, rest } = splitImage(value);
  return rest === '' ? { kind: 'plain', name } : { kind: 'tagged', name, rest };
}
