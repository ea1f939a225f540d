import { UsageError } from '@regmigrate/core';
import { isMap, isNode, isScalar, LineCounter, parseDocument, type Document as YamlDocument } from 'yaml';
import type { Path } from './find-fault.ts';

/** `line` and `column` from 1. */
interface Place {
  readonly line: number;
  readonly column: number;
}

/** Data, and where in its text the parts of it stand. */
export interface Document {
  readonly value: unknown;
  /** The place of the value under a path, or of the key that ends it; undefined where it is not known. */
  readonly at: (path: Path, atKey?: boolean) => Place | undefined;
}

/** Reads YAML, or JSON, which has its places read as YAML. `shown`: how messages name the file. */
export function parseData(text: string, shown: string, isJson: boolean): Document {
  if (isJson) checkJson(text, shown);
  const lines = new LineCounter();
  const placeOf = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  const document = parse(text, lines, shown);
  const [error] = document.errors;
  if (error) {
    const { line, column } = placeOf(error.pos[0]);
    throw broken(
      `${shown}:${line}:${column}`,
      error.code === 'MULTIPLE_DOCS'
        ? 'a second document begins here, and a configuration is one.'
        : error.message,
    );
  }
  return {
    value: valueOf(document, shown),
    at(path, atKey = false) {
      const offset = atKey ? offsetOfKey(document, path) : offsetOfValue(document, path);
      return offset === undefined ? undefined : placeOf(offset);
    },
  };
}

function parse(text: string, lineCounter: LineCounter, shown: string): YamlDocument {
  try {
    return parseDocument(text, { lineCounter, prettyErrors: false });
  } catch (error) {
    // Nested too deep for the parser.
    throw broken(shown, error instanceof Error ? error.message : String(error));
  }
}

function valueOf(document: YamlDocument, shown: string): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 }) as unknown;
  } catch (error) {
    throw broken(shown, error instanceof Error ? error.message : String(error));
  }
}

function checkJson(text: string, shown: string): void {
  try {
    JSON.parse(text);
  } catch (error) {
    throw broken(shown, error instanceof Error ? error.message : String(error));
  }
}

function broken(where: string, why: string): UsageError {
  const sentence = why.split('\n', 1)[0] ?? '';
  return new UsageError('bad-config', `The configuration cannot be parsed: ${where}: ${sentence}`);
}

function offsetOfValue(document: YamlDocument, path: Path): number | undefined {
  const node = path.length === 0 ? document.contents : document.getIn(path, true);
  return isNode(node) ? node.range?.[0] : undefined;
}

function offsetOfKey(document: YamlDocument, path: Path): number | undefined {
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (!isMap(parent)) return undefined;
  const pair = parent.items.find(({ key }) => isScalar(key) && String(key.value) === String(path.at(-1)));
  return isNode(pair?.key) ? pair.key.range?.[0] : undefined;
}
