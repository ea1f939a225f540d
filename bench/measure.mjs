import { run } from './commands.mjs';
import { median } from './median.mjs';

/**
 * Runs the commands in turn, so that a machine that slows down slows all of them; the first round is not
 * counted. `place` prepares what a run of a command needs, by the command's index, and is not timed.
 */
export function measure(contestants, rounds, place) {
  const times = contestants.map(() => []);
  for (let round = 0; round <= rounds; round++) {
    for (const [index, command] of contestants.entries()) {
      const { milliseconds } = run(command, place(index));
      if (round > 0) times[index].push(milliseconds);
    }
  }
  return times.map((own) => ({
    median: round1(median(own)),
    fastest: round1(Math.min(...own)),
    slowest: round1(Math.max(...own)),
  }));
}

const round1 = (number) => Math.round(number * 10) / 10;
