import { encodePath } from '@regmigrate/scanner';

const escapes: Readonly<Record<string, string>> = {
  '\x07': '\\a',
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\v': '\\v',
  '\f': '\\f',
  '\r': '\\r',
  '"': '\\"',
  '\\': '\\\\',
};

/** A path in a patch: in quotes, as git puts it, where it holds anything but plain ASCII. */
export function quotePath(path: string): string {
  const bytes = Buffer.from(encodePath(path)).toString('latin1');
  // eslint-disable-next-line no-control-regex -- control characters are what it looks for
  const quoted = bytes.replace(/[\x00-\x1f\x7f-\xff"\\]/g, (character) => {
    return escapes[character] ?? `\\${character.charCodeAt(0).toString(8).padStart(3, '0')}`;
  });
  return quoted === bytes ? bytes : `"${quoted}"`;
}
