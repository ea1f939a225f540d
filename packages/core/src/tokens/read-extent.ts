import type { Reference } from '../model/reference.ts';
import type { Span } from '../model/text.ts';
import type { Token } from '../model/token.ts';
import { parseReference } from '../reference/parse-reference.ts';

/** What a reference is made of behind its name; a template's control actions end it. */
const RUN =
  /(?:[\w./:@-]|\$\{(?:[^{}\n]|\$\{[^{}\n]*\}){1,200}\}|\$\([^()\n]{1,200}\)|\{\{(?!-?\s*(?:\/\*|if\b|else\b|end\b|range\b|with\b|define\b|block\b))[^\n]{1,200}?\}\}|\$[A-Za-z_]\w*){0,1024}/y;
/** Longest text that is looked at as one reference: name and path 255, tag 128, digest 140, and templates. */
const LIMIT = 1024;
/** What can follow when the rest is put together elsewhere: a format verb, a place holder, a glob. */
const OPENERS = /^(?:[%<{*$[(?+~|^]|\\(?![nrt"'\s\\]))/;

/** Reads on from a name to the end of the reference that it opens. */
export function readExtent(
  text: string,
  name: Span,
  written: string,
): Pick<Token, 'extent' | 'open'> & { reference?: Reference } {
  RUN.lastIndex = name.end;
  const run = (RUN.exec(text)?.[0] ?? '').slice(0, LIMIT);
  const rest = run.replace(/[./:@-]+$/, '');
  const cut = run.slice(rest.length);
  const next = text.slice(name.end + run.length, name.end + run.length + 2);
  const open = /[/@-]/.test(cut) || (cut.endsWith(':') && !/^(?:\s|$)/.test(next)) || OPENERS.test(next);
  const extent = { start: name.start, end: name.end + rest.length };
  for (let tail = rest; ; tail = tail.replace(/[/:@][^/:@]*$/, '')) {
    const parsed = parseReference(written + tail);
    const shortened = tail.length < rest.length;
    if (parsed.ok && parsed.reference.domain)
      return {
        extent: shortened ? { start: name.start, end: name.end + tail.length } : extent,
        open: open || shortened,
        reference: shift(parsed.reference, name, written),
      };
    if (!/[/:@]/.test(tail)) return { extent, open };
  }
}

/** From offsets in `written + tail` to offsets in the file, where the name may hold backslashes. */
function shift(reference: Reference, name: Span, written: string): Reference {
  const move = <T extends { span: Span }>(part: T): T => {
    const by = part.span.start >= written.length ? name.end - written.length : name.start;
    return { ...part, span: { start: part.span.start + by, end: part.span.end + by } };
  };
  const { domain, path, tag, digest } = reference;
  return {
    ...(domain && { domain: move(domain) }),
    path: move(path),
    ...(tag && { tag: move(tag) }),
    ...(digest && { digest: move(digest) }),
  };
}
