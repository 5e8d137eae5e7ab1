/**
 * Does things again one after the other, each name in its own turn: what is asked for while its turn runs is done once
 * more after it, however often it was asked. A busy day would otherwise break off every fetch by the next, and a page on
 * a slow line would never show any.
 *
 * @param act  never fails
 */
export function inTurn<Name extends string>(
  act: (name: Name) => Promise<unknown>,
): (names: readonly Name[]) => void {
  const running = new Set<Name>();
  const again = new Set<Name>();
  const run = async (name: Name): Promise<void> => {
    running.add(name);
    do {
      again.delete(name);
      await act(name);
    } while (again.has(name));
    running.delete(name);
  };
  return (names) => {
    for (const name of names)
      if (running.has(name)) again.add(name);
      else void run(name);
  };
}
