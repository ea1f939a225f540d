import type { OutlineNode } from './outline.ts';

/** Keys of kustomize that hold a patch, or a list of them. */
const PATCH_KEY = /^(?:patch|patchesStrategicMerge)$/;
const ESCAPE = /\\[n"]/g;

const known = new WeakMap<OutlineNode, string | undefined>();

/**
 * What a quoted scalar says that holds a document, with all at its place: an escape is as long as it was.
 * Undefined for scalars that hold none, and for escapes and line breaks that would move what is behind them.
 */
export function textInQuotes(text: string, node: OutlineNode): string | undefined {
  if (!PATCH_KEY.test(node.key ?? node.parent?.key ?? '')) return undefined;
  if (!known.has(node)) known.set(node, read(node.style, text.slice(node.span.start, node.span.end)));
  return known.get(node);
}

function read(style: OutlineNode['style'], written: string): string | undefined {
  // Lines are joined, which changes nothing inside of brackets only.
  if (written.includes('\n') && !/^\s*[[{]/.test(written)) return undefined;
  if (style === 'single') return written.includes("''") ? undefined : written;
  if (style !== 'double') return undefined;
  let quotes = 0;
  const unescaped = written.replace(ESCAPE, (escape) => {
    if (escape === '\\n') return ' \n';
    quotes++;
    return quotes % 2 === 1 ? ' "' : '" ';
  });
  return unescaped.includes('\\') ? undefined : unescaped;
}
