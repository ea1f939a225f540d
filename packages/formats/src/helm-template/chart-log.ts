import type { ChartFault, ChartImage, ComparedLiteral, Origin, Part, ValueUse } from './chart-image.ts';
import type { Single, Value } from './value.ts';

type How = Pick<ValueUse, 'kind' | 'field' | 'by'>;

/** Maps can hold themselves. */
const SIZE_LIMIT = 1000;

/** What an evaluation found, each once. */
export class ChartLog {
  readonly images: ChartImage[] = [];
  readonly faults: ChartFault[] = [];
  readonly #uses = new Map<string, ValueUse>();
  readonly #compared = new Map<string, ComparedLiteral>();
  readonly #seen = new Set<string>();

  get uses(): readonly ValueUse[] {
    return [...this.#uses.values()];
  }

  get compared(): readonly ComparedLiteral[] {
    return [...this.#compared.values()];
  }

  image(image: ChartImage): void {
    const { file, span, alternatives } = image;
    const key = JSON.stringify([file, span.start, alternatives]);
    if (!this.#seen.has(key)) this.images.push(image);
    this.#seen.add(key);
  }

  /** `by`: the command that uses it, which is kept of what is compared. */
  use(value: Value, kind: ValueUse['kind'], field?: string, by?: Origin): void {
    const how = {
      kind,
      ...(field !== undefined && { field }),
      ...(by && kind === 'compare' && { by }),
    };
    const left = { size: SIZE_LIMIT };
    for (const { is } of value) this.#single(is, how, left);
  }

  #single(single: Single, how: How, left: { size: number }): void {
    if (--left.size < 0) return;
    // A map that is printed or compared as such is passed on with all that it holds.
    const inner: How = how.kind === 'condition' ? how : { ...how, kind: 'whole' };
    if (single.kind === 'values') {
      this.#note({ path: single.path, ...how, ...single.origin });
      if (single.otherwise) this.#single(single.otherwise, how, left);
    } else if (single.kind === 'text') {
      for (const part of single.parts) this.#part(part, how);
    } else if (single.kind === 'map' && !single.open) {
      for (const value of single.entries.values()) for (const { is } of value) this.#single(is, inner, left);
    } else if (single.kind === 'layers') {
      for (const layer of single.layers) this.#single(layer, inner, left);
    } else if (single.kind === 'list') {
      for (const item of single.items) for (const { is } of item) this.#single(is, inner, left);
    }
  }

  #part(part: Part, how: How): void {
    if (part.kind === 'literal') return this.#compare(part, how);
    if (part.kind !== 'value') return;
    const { path, file, span } = part;
    this.#note({ path, ...how, file, span });
    for (const inner of part.otherwise ?? []) this.#part(inner, how);
  }

  #compare({ file, span }: Origin, { by }: How): void {
    const isInside = by?.file === file && by.span.start <= span.start && span.end <= by.span.end;
    if (!by || isInside) return;
    this.#compared.set(JSON.stringify([file, span.start, by.file, by.span.start]), { file, span, by });
  }

  #note(use: ValueUse): void {
    const { kind, path, file, span, field, by } = use;
    const named = kind === 'print' || kind === 'image' ? field : undefined;
    const key = JSON.stringify([kind, path, file, span.start, named, by?.file, by?.span.start]);
    if (!this.#uses.has(key)) this.#uses.set(key, use);
  }
}
