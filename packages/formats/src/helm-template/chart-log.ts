import type { ChartFault, ChartImage, Part, ValueUse } from './chart-image.ts';
import type { Single, Value } from './value.ts';

/** Maps can hold themselves. */
const SIZE_LIMIT = 1000;

/** What an evaluation found, each once. */
export class ChartLog {
  readonly images: ChartImage[] = [];
  readonly faults: ChartFault[] = [];
  readonly #uses = new Map<string, ValueUse>();
  readonly #seen = new Set<string>();

  get uses(): readonly ValueUse[] {
    return [...this.#uses.values()];
  }

  image(image: ChartImage): void {
    const { file, span, alternatives } = image;
    const key = JSON.stringify([file, span.start, alternatives]);
    if (!this.#seen.has(key)) this.images.push(image);
    this.#seen.add(key);
  }

  use(value: Value, kind: ValueUse['kind'], field?: string): void {
    const left = { size: SIZE_LIMIT };
    for (const { is } of value) this.#single(is, kind, field, left);
  }

  #single(single: Single, kind: ValueUse['kind'], field: string | undefined, left: { size: number }): void {
    if (--left.size < 0) return;
    // A map that is printed or compared as such is passed on with all that it holds.
    const inner = kind === 'print' || kind === 'image' || kind === 'compare' ? 'whole' : kind;
    if (single.kind === 'values') {
      this.#note({ path: single.path, kind, ...single.origin, ...(field !== undefined && { field }) });
      if (single.otherwise) this.#single(single.otherwise, kind, field, left);
    } else if (single.kind === 'text') {
      for (const part of single.parts) this.#part(part, kind, field);
    } else if (single.kind === 'map' && !single.open) {
      for (const value of single.entries.values())
        for (const { is } of value) this.#single(is, inner, field, left);
    } else if (single.kind === 'layers') {
      for (const layer of single.layers) this.#single(layer, inner, field, left);
    } else if (single.kind === 'list') {
      for (const item of single.items) for (const { is } of item) this.#single(is, inner, field, left);
    }
  }

  #part(part: Part, kind: ValueUse['kind'], field: string | undefined): void {
    if (part.kind !== 'value') return;
    const { path, file, span } = part;
    this.#note({ path, kind, file, span, ...(field !== undefined && { field }) });
    for (const inner of part.otherwise ?? []) this.#part(inner, kind, field);
  }

  #note(use: ValueUse): void {
    const { kind, path, file, span, field } = use;
    const named = kind === 'print' || kind === 'image' ? field : undefined;
    const key = JSON.stringify([kind, path, file, span.start, named]);
    if (!this.#uses.has(key)) this.#uses.set(key, use);
  }
}
