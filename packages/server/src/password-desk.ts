/**
 * Lets few at a time do costly work and a bounded number wait. Checking a password costs 19 MiB and many milliseconds on
 * purpose, so a crowd at the door must not take the whole house.
 */
export interface PasswordDesk {
  /** Does the work when its turn comes, or returns `"busy"` at once when too many wait already. */
  serve<T>(work: () => Promise<T>): Promise<T | "busy">;
}

export function createPasswordDesk({
  atOnce = 2,
  waitingMax = 32,
}: {
  readonly atOnce?: number;
  readonly waitingMax?: number;
} = {}): PasswordDesk {
  let working = 0;
  const waiting: (() => void)[] = [];

  return {
    async serve(work) {
      if (working >= atOnce) {
        if (waiting.length >= waitingMax) return "busy";
        await new Promise<void>((turn) => waiting.push(turn));
      } else working++;
      try {
        return await work();
      } finally {
        // The place passes straight to the next in line, so nobody slips in between.
        const next = waiting.shift();
        if (next === undefined) working--;
        else next();
      }
    },
  };
}
