import type { Span } from '@regmigrate/core';
import type { Setting } from './setting.ts';

/** `--set a=b,c=d`, `--set-string="a=b"`; a line may end between the flag and its value. */
const FLAG =
  /(?<=^|\s)--set(?:-string)?(?:=|[ \t]+|[ \t]*\\\r?\n\s*)(?=\S)((?:"[^"\n]*"|'[^'\n]*'|[^\s"'\\;&|]|\\[^\r\n])+)/g;
/** `path=value`, up to the next comma; `{a,b}` is a list. */
const PAIR = /((?:\\.|[^=,\s"'{}\\])+)=("[^"]*"|'[^']*'|\{[^{}]*\}|(?:\\.|[^,"'\\])*)/g;
/** What ends one command and begins the next. */
const BREAK = /&&|\|\||[;|]|(?<!\\\r?)\r?\n/g;
/** How far a command is looked at on either side of an offset, in UTF-16 units. */
const REACH = 4000;

/** The settings that the command around an offset gives to Helm, in their order. */
export function settingsInCommand(text: string, offset: number): readonly Setting[] {
  const from = Math.max(0, offset - REACH);
  const before = [...text.slice(from, offset).matchAll(BREAK)].at(-1);
  const start = before ? from + before.index + before[0].length : from;
  const after = text.slice(offset, offset + REACH);
  const end = offset + (after.matchAll(BREAK).next().value?.index ?? after.length);
  const command = text.slice(start, end);
  return [...command.matchAll(FLAG)].flatMap(({ index, 0: flag, 1: written = '' }) => {
    const quoted = /^(["'])(?:(?!\1).)*\1$/.test(written) ? 1 : 0;
    const at = start + index + flag.length - written.length + quoted;
    return pairsOf(written.slice(quoted, written.length - quoted), at);
  });
}

function pairsOf(written: string, at: number): readonly Setting[] {
  return [...written.matchAll(PAIR)].flatMap(({ index, 0: pair, 1: path = '', 2: value = '' }) => {
    const begin = at + index + pair.length - value.length;
    if (value.startsWith('{'))
      return itemsOf(value).map(({ start, end }, item) => ({
        path: `${path}[${item}]`,
        value: { start: begin + start, end: begin + end },
      }));
    const quote = /^["']/.test(value) ? 1 : 0;
    return [{ path, value: { start: begin + quote, end: begin + value.length - quote } }];
  });
}

const itemsOf = (list: string): readonly Span[] =>
  [...list.matchAll(/[^{},]+/g)].map(({ index, 0: item }) => ({ start: index, end: index + item.length }));
