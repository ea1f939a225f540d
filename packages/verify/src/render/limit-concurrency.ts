/** Lets so many pieces of work run at a time; the others wait in the order in which they came. */
export type Gate = <T>(work: () => Promise<T>) => Promise<T>;

export function limitConcurrency(limit: number): Gate {
  let free = limit;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (free > 0) free--;
    else await new Promise<void>((begin) => waiting.push(begin));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free++;
    }
  };
}
