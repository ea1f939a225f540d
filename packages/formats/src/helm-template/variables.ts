import type { Test } from './chart-image.ts';
import { under } from './truth.ts';
import type { Value } from './value.ts';

interface Cell {
  value: Value;
}

/** What the arms of a branch leave in the variables that they assign. */
export interface Arm {
  readonly tests: readonly Test[];
  readonly left: ReadonlyMap<Cell, Value>;
}

/** The variables of a body, and those of the bodies around it. */
export class Variables {
  readonly #cells = new Map<string, Cell>();
  readonly #parent: Variables | undefined;
  /** The values before the running arm, of the variables that it assigned. */
  #journal: Map<Cell, Value> | undefined;

  constructor(parent?: Variables) {
    this.#parent = parent;
  }

  get(name: string): Value | undefined {
    return this.#find(name)?.value;
  }

  declare(name: string, value: Value): void {
    this.#cells.set(name, { value });
  }

  assign(name: string, value: Value): void {
    const cell = this.#find(name);
    if (!cell) return this.declare(name, value);
    this.#note(cell);
    cell.value = value;
  }

  /** Runs one arm, and takes back what it assigned. */
  runArm(tests: readonly Test[], run: () => void): Arm {
    const outer = this.#journal;
    const journal = new Map<Cell, Value>();
    this.#journal = journal;
    run();
    this.#journal = outer;
    const left = new Map<Cell, Value>();
    for (const [cell, before] of journal) {
      left.set(cell, cell.value);
      cell.value = before;
    }
    return { tests, left };
  }

  /** Each variable that an arm assigned is now what any of the arms left in it. */
  settle(arms: readonly Arm[], limit: (value: Value) => Value): void {
    for (const cell of new Set(arms.flatMap(({ left }) => [...left.keys()]))) {
      const value = arms.flatMap(({ tests, left }) => under(left.get(cell) ?? cell.value, tests));
      this.#note(cell);
      cell.value = limit(value);
    }
  }

  /** Keeps the value of a cell that is about to change, for each arm around. */
  #note(cell: Cell): void {
    if (this.#journal && !this.#journal.has(cell)) this.#journal.set(cell, cell.value);
    if (this.#parent) this.#parent.#note(cell);
  }

  #find(name: string): Cell | undefined {
    const own = this.#cells.get(name);
    return own ?? (this.#parent ? this.#parent.#find(name) : undefined);
  }
}
