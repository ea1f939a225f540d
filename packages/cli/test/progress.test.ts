import { describe, expect, it } from 'vitest';
import { createProgress } from '../src/terminal/create-progress.ts';

function watch(isTTY: boolean) {
  let [clock, written] = [0, ''];
  const output = { isTTY, write: (text: string | Uint8Array) => (written += String(text)) };
  const progress = createProgress(output, () => clock);
  return { progress, at: (time: number) => (clock = time), written: () => written };
}

describe('the progress line', () => {
  it('waits half a second, shows a count, and is taken away', () => {
    const { progress, at, written } = watch(true);
    at(499);
    progress.update('searched', 10);
    expect(written()).toBe('');
    at(500);
    progress.update('searched', 12_000);
    progress.update('searched', 12_001);
    progress.end();
    expect(written()).toBe('\r\u001B[K12,000 files searched …\r\u001B[K');
  });

  it('shows nothing where there is no terminal', () => {
    const { progress, at, written } = watch(false);
    at(5000);
    progress.update('read', 10);
    progress.end();
    expect(written()).toBe('');
  });
});
