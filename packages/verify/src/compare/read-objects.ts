import { parseDocument } from 'yaml';

/** One object of a rendering. */
export interface RenderedObject {
  /** `apiVersion`, `kind`, namespace and name: what makes it the same object in two renderings. */
  readonly key: string;
  readonly kind: string;
  readonly name: string;
  /** As locators name it: `Deployment/web`. */
  readonly label: string;
  readonly value: unknown;
}

/** Thrown for a document that is no YAML, or one that unfolds without end. */
export class UnreadableDocument extends Error {}

/** Aliases may unfold a document to so many times its size. */
const MOST_ALIASES = 100;

export function readObject(document: string): RenderedObject | undefined {
  const value = parse(document);
  if (value === null) return undefined;
  const map = isMap(value) ? value : {};
  const metadata = isMap(map['metadata']) ? map['metadata'] : {};
  const [kind, name] = [textOf(map['kind']), textOf(metadata['name'])];
  const key = JSON.stringify([textOf(map['apiVersion']), kind, textOf(metadata['namespace']), name]);
  return { key, kind, name, label: name === '' ? kind || 'document' : `${kind}/${name}`, value };
}

function parse(document: string): unknown {
  try {
    // Large numbers stay apart from their neighbours; merge keys are keys as any other.
    const parsed = parseDocument(document, {
      uniqueKeys: false,
      intAsBigInt: true,
      merge: false,
      logLevel: 'silent',
    });
    const [error] = parsed.errors;
    if (error) throw new UnreadableDocument(error.message.split('\n')[0]);
    return parsed.toJS({ maxAliasCount: MOST_ALIASES }) as unknown;
  } catch (error) {
    if (error instanceof UnreadableDocument) throw error;
    // Too many aliases (ReferenceError) or levels (RangeError).
    throw new UnreadableDocument((error as Error).message);
  }
}

export function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint'
    ? String(value)
    : '';
}
