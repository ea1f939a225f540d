import type { Literal } from './template.ts';
import type { Word } from './read-words.ts';

const ESCAPE = /\\(?:u([\da-fA-F]{4})|U([\da-fA-F]{8})|x([\da-fA-F]{2})|([0-7]{3})|(.))/g;
const NAMED: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  a: '\x07',
  b: '\b',
  f: '\f',
  v: '\v',
};

/** A string, number, `true`, `false` or `nil`; undefined for any other word. */
export function readLiteral(text: string, word: Word): Literal | undefined {
  const { start, end } = word;
  const span = { start, end };
  const source = text.slice(start, end);
  if (word.type === 'string') {
    const content = { start: start + 1, end: end - 1 };
    const value = source.startsWith('"') ? unescape(source.slice(1, -1)) : source.slice(1, -1);
    return { kind: 'literal', type: 'string', span, value, content };
  }
  if (word.type === 'number') return { kind: 'literal', type: 'number', span, value: source, content: span };
  if (word.type !== 'name') return undefined;
  if (source === 'nil') return { kind: 'literal', type: 'nil', span, value: '', content: span };
  if (source !== 'true' && source !== 'false') return undefined;
  return { kind: 'literal', type: 'bool', span, value: source, content: span };
}

function unescape(source: string): string {
  return source.replace(
    ESCAPE,
    (_, u?: string, long?: string, x?: string, octal?: string, other?: string) => {
      const code = u ?? long ?? x;
      const point = code === undefined ? octal && parseInt(octal, 8) : parseInt(code, 16);
      if (typeof point === 'number') return point <= 0x10ffff ? String.fromCodePoint(point) : '\uFFFD';
      return NAMED[other ?? ''] ?? other ?? '';
    },
  );
}
