/** The way to a value: keys and indexes. */
export type ValuePath = readonly (string | number)[];

/** One place at which two renderings differ. */
export interface Difference {
  /** `Deployment/web` */
  readonly object: string;
  readonly kind: string;
  /** The object's own key: differs for objects of the same name in two namespaces. */
  readonly key: string;
  /** Empty where the object as a whole is on one side only. */
  readonly path: ValuePath;
  /** Undefined where there is none on that side. */
  readonly before: unknown;
  readonly after: unknown;
}

/** `spec.template.spec.containers[0].image` */
export function printPath(path: ValuePath): string {
  return path
    .map((part) => {
      if (typeof part === 'number') return `[${part}]`;
      return /^[\w-]+$/.test(part) ? `.${part}` : `["${part}"]`;
    })
    .join('')
    .replace(/^\./, '');
}
