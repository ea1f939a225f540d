import type { Span } from '@regmigrate/core';
import type { Setting } from './setting.ts';

/** `--set a=b,c=d`, `--set-string="a=b"`; a line may end between the flag and its value. */
const FLAG =
  /(?<=^|\s)--set(?:-string)?(?:=|[ \t]+|[ \t]*\\\r?\n\s*)(?=\S)((?:"[^"\n]*"|'[^'\n]*'|[^\s"'\\;&|]|\\[^\r\n])+)/g;
/** `path=value`, up to the next comma; `{a,b}` is a list. */
const PAIR = /((?:\\.|[^=,\s"'{}\\])+)=("[^"]*"|'[^']*'|\{[^{}]*\}|(?:\\.|[^,"'\\])*)/g;
/** What ends one command and begins the next. */
const BREAK = /&&|\|\||[;|]|(?<!\\\r?)\r?\n/g;

/** The commands of a script that may set something, from first to last. */
export function settingCommands(text: string): readonly Span[] {
  const commands: Span[] = [];
  let start = 0;
  const take = (end: number): void => {
    if (text.slice(start, end).includes('--set')) commands.push({ start, end });
  };
  for (const { index, 0: mark } of text.matchAll(BREAK)) {
    take(index);
    start = index + mark.length;
  }
  take(text.length);
  return commands;
}

/** The settings that a command gives to Helm, in their order. */
export function settingsInCommand(text: string, { start, end }: Span): readonly Setting[] {
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
