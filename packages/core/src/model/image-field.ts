/** A field that users say holds references, where no format of ours knows it. */
export interface ImageField {
  /** Of the object; any if absent. */
  readonly kind?: string;
  /** As written, or a group with all its versions: `example.com/*`. */
  readonly apiVersion?: string;
  /** From the object on: keys with dots between, `*` for any key, `[]` for each item: `spec.*.images[]`. */
  readonly path: string;
  /** `whole` if absent; the keys of a split reference in the map at `path`; the language of a text with more fields. */
  readonly written?: 'whole' | 'yaml' | 'json' | SplitKeys;
}

export interface SplitKeys {
  readonly registry?: string;
  readonly repository: string;
  readonly tag?: string;
  readonly digest?: string;
}
