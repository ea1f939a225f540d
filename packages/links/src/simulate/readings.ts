import { readOutline } from '@regmigrate/formats/yaml';
import { locatorOfPart, type Entry } from '../kustomize/entry.ts';
import type { FieldSpec } from '../kustomize/field-spec.ts';
import type { KustomizeTree } from '../kustomize/kustomize-tree.ts';
import { isEntangled } from '../kustomize/is-entangled.ts';
import { readImageFields } from '../kustomize/read-image-fields.ts';
import { readPatch } from '../kustomize/read-patch.ts';
import type { Source } from '../kustomize/scalar.ts';
import type { PlacedEntry } from './apply-entry.ts';
import { mayHold } from './names-of-interest.ts';
import { PlaceTable, type Place } from './place.ts';
import { readTransformers, type Transformer } from './transformers.ts';

export type PlacedStep =
  | { readonly kind: 'write'; readonly place: Place }
  | { readonly kind: 'test'; readonly place: Place }
  /** Something else of the resource, or what is not followed; `start` is where it stands. */
  | { readonly kind: 'copy' | 'unread'; readonly start: number };

/** What the files of a build say, each read once for all builds. Texts are not kept. */
export class Readings {
  readonly places = new PlaceTable();
  readonly #tree: KustomizeTree;
  readonly #specs: readonly FieldSpec[];
  readonly #names: ReadonlySet<string> | undefined;
  readonly #fields = new Map<string, readonly Place[] | undefined>();
  readonly #entangled = new Set<string>();
  readonly #steps = new Map<string, readonly PlacedStep[]>();
  readonly #transformers = new Map<string, readonly Transformer[]>();
  readonly #entries = new Map<Entry, PlacedEntry>();

  /**
   * `specs`: fields that any kustomization in question adds; they count for all, which links more, never less.
   * `names`: the only names that matter, where they are known.
   */
  constructor(
    tree: KustomizeTree,
    {
      specs,
      names,
    }: { readonly specs: readonly FieldSpec[]; readonly names: ReadonlySet<string> | undefined },
  ) {
    this.#tree = tree;
    this.#specs = specs;
    this.#names = names;
  }

  source(path: string): Source | undefined {
    const text = this.#tree.read(path);
    return text === undefined ? undefined : { file: path, text, offset: 0 };
  }

  /** The images in the resources of a file; undefined where it cannot be read. */
  fieldsOf(path: string): readonly Place[] | undefined {
    return remember(this.#fields, path, () => {
      const source = this.source(path);
      if (!source) return undefined;
      // Most resources hold no image that matters; to tell so is cheap.
      if (this.#specs.length === 0 && !mayHold(source.text, this.#names)) return [];
      const outline = readOutline(source.text);
      if (isEntangled(source, outline)) this.#entangled.add(path);
      return outline.documents
        .flatMap((document) => readImageFields(source, document, this.#specs))
        .map((scalar) => this.places.at('image', path, scalar));
    });
  }

  /** Whether a file whose fields were read may hold more images than these. */
  isEntangled(path: string): boolean {
    return this.#entangled.has(path);
  }

  stepsOf(source: Source): readonly PlacedStep[] {
    return remember(this.#steps, keyOf(source), () =>
      readPatch(source, this.#specs).map((step): PlacedStep => {
        if (!('scalar' in step)) return step;
        const { kind, scalar } = step;
        return { kind, place: this.places.at(kind === 'test' ? 'test' : 'image', source.file, scalar) };
      }),
    );
  }

  transformersOf(source: Source): readonly Transformer[] {
    return remember(this.#transformers, keyOf(source), () => readTransformers(source));
  }

  entry(entry: Entry): PlacedEntry {
    return remember(this.#entries, entry, () => {
      const { file, name, newName } = entry;
      return {
        entry,
        name: this.places.at('name', file, name, locatorOfPart(entry, 'name')),
        ...(newName && {
          newName: this.places.at('newName', file, newName, locatorOfPart(entry, 'newName')),
        }),
      };
    });
  }
}

const keyOf = ({ file, offset }: Source): string => `${offset}:${file}`;

function remember<K, V>(known: Map<K, V>, key: K, make: () => V): V {
  if (known.has(key)) return known.get(key) as V;
  const value = make();
  known.set(key, value);
  return value;
}
