import { isAlias, isMap, isScalar, isSeq, parseAllDocuments, type Node } from 'yaml';

/** A scalar as two readers can agree on it: its place, the way to it and its style. */
export interface ReadScalar {
  readonly path: string;
  readonly style: string;
  readonly start: number;
}

const STYLES: Readonly<Record<string, string>> = {
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'literal',
  BLOCK_FOLDED: 'folded',
};

/** All scalars that hold text, as the package `yaml` reads them; undefined where it finds a fault. */
export function scalarsOfYaml(text: string): readonly ReadScalar[] | undefined {
  const documents = parseAllDocuments(text, { uniqueKeys: false, strict: false });
  if (!Array.isArray(documents) || documents.some(({ errors }) => errors.length > 0)) return undefined;
  const found: ReadScalar[] = [];
  let comparable = true;
  const visit = (node: Node | null, path: string): void => {
    const start = node?.range?.[0] ?? 0;
    if (isAlias(node)) found.push({ path, style: 'alias', start });
    else if (isScalar(node)) {
      const style = STYLES[node.type ?? ''] ?? 'plain';
      const empty = style === 'plain' && (node.range?.[1] ?? 0) === start;
      if (!empty) found.push({ path, style, start: contentStart(text, style, start) });
    } else if (isSeq(node)) node.items.forEach((item, index) => visit(item as Node, `${path}[${index}]`));
    else if (isMap(node))
      for (const { key, value } of node.items) {
        if (!isScalar(key) && !isAlias(key)) comparable = false;
        const [from = 0, to = 0] = (key as Node).range ?? [];
        visit(value as Node | null, `${path}.${text.slice(from, to).replace(/^(["'])(.*)\1$/s, '$2')}`);
      }
  };
  documents.forEach(({ contents }, index) => visit(contents, `${index}:`));
  return comparable ? found : undefined;
}

/** Behind the quote, or on the line below a block's header. */
function contentStart(text: string, style: string, start: number): number {
  if (style === 'single' || style === 'double') return start + 1;
  return style === 'literal' || style === 'folded' ? text.indexOf('\n', start) + 1 : start;
}
