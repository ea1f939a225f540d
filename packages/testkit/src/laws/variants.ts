import type { SourceFile } from '@regmigrate/core';
import { formatOf } from '@regmigrate/formats';
import { decode } from '@regmigrate/scanner';
import { withText } from '../with-text.ts';

/** Other ways to store the same text. Lines and columns stay what they are. */
type Variant = (file: SourceFile) => SourceFile | undefined;

const COMMENT_MARK: Readonly<Record<string, string>> = {
  yaml: '#',
  dockerfile: '#',
  script: '#',
  config: '#',
  markdown: '',
  text: '',
};

/** `caf\xE9` in Latin-1: one byte that is no UTF-8, in a last line of its own. */
function withStrayByte(file: SourceFile): SourceFile | undefined {
  const mark = COMMENT_MARK[formatOf(file).id];
  if (mark === undefined || /\.json\w*$/.test(file.path) || /\P{ASCII}/u.test(file.text)) return undefined;
  const end = file.text.endsWith('\n') ? '' : '\n';
  const bytes = Buffer.from(`${file.text}${end}${mark} caf\u00E9\n`, 'latin1');
  const { text, opaque } = decode(bytes);
  return { ...withText(file, text), ...(opaque && { opaque }) };
}

export const variants: Readonly<Record<string, Variant>> = {
  CRLF: (file) => withText(file, file.text.replace(/\r?\n/g, '\r\n')),
  BOM: (file) => withText(file, `\uFEFF${file.text.replace(/^\uFEFF/, '')}`),
  'no final newline': (file) => withText(file, file.text.replace(/[\r\n]+$/, '')),
  'one byte that is no UTF-8': withStrayByte,
};
