import type { Span } from '@regmigrate/core';
import type { NodeStyle, Outline, OutlineFault, OutlineNode } from './outline.ts';

/** Where the next node belongs: under a key of a map, in a sequence, or at the root. */
export interface Slot {
  readonly parent: OutlineNode | undefined;
  readonly key?: string;
  readonly keySpan?: Span;
}

/** Collects nodes in the order in which they begin. */
export class OutlineBuilder {
  readonly #documents: OutlineNode[] = [];
  readonly #scalars: OutlineNode[] = [];
  readonly #faults: OutlineFault[] = [];

  add({ parent, key, keySpan }: Slot, style: NodeStyle, span: Span): OutlineNode {
    const index = parent?.style === 'seq' ? parent.children.length : undefined;
    const node: OutlineNode = { parent, key, keySpan, index, style, span, children: [] };
    if (parent) parent.children.push(node);
    else this.#documents.push(node);
    // A collection is listed too when it stands under a key, for the sake of that key's span.
    if (keySpan || (style !== 'map' && style !== 'seq')) this.#scalars.push(node);
    return node;
  }

  fault(code: OutlineFault['code'], at: number): void {
    this.#faults.push({ code, at });
  }

  outline(): Outline {
    return { documents: this.#documents, scalars: this.#scalars, faults: this.#faults };
  }
}
