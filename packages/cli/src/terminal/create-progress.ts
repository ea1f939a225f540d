import { grouped } from '@regmigrate/reporters';
import type { Output } from '../invocation.ts';

type Phase = 'searched' | 'read' | 'written' | 'rendered';

export interface Progress {
  /** Tells how many files have been searched, read or written so far. Cheap: may be called for each. */
  update(phase: Phase, files: number): void;
  /** Takes the line away again. */
  end(): void;
}

/** Milliseconds before anything is shown, and between two showings. */
const PATIENCE = 500;
const PAUSE = 100;
const ERASE = '\r\u001B[K';

/** A line that counts files on a terminal, in runs long enough to make people wonder. */
export function createProgress(output: Output, now: () => number): Progress {
  let next = now() + PATIENCE;
  let shown = false;
  return {
    update(phase, files) {
      if (output.isTTY !== true || now() < next) return;
      next = now() + PAUSE;
      shown = true;
      const what = phase === 'rendered' ? 'charts and kustomizations' : 'files';
      output.write(`${ERASE}${grouped(files)} ${what} ${phase} …`);
    },
    end() {
      if (shown) output.write(ERASE);
      shown = false;
    },
  };
}
