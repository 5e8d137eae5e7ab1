/** Lets work of the same name run one after the other, in the order of asking. */
export interface Turns {
  take<T>(name: string, work: () => Promise<T>): Promise<T>;
}

/**
 * Makes turns within this process. They are no lock (that is the plan's row): they keep the writers of one busy day
 * from holding every connection of the pool while they wait for each other, and from deciding on a picture that the
 * writer before them is about to change.
 */
export function makeTurns(): Turns {
  const last = new Map<string, Promise<unknown>>();
  return {
    take(name, work) {
      const mine = (last.get(name) ?? Promise.resolve()).then(work, work);
      const settled = mine.then(
        () => undefined,
        () => undefined,
      );
      last.set(name, settled);
      return mine.finally(() => {
        if (last.get(name) === settled) last.delete(name);
      });
    },
  };
}
