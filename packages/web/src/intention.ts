/**
 * Gives one key to one intention of the user: pressing again after a lost connection carries the same key, so that
 * nothing happens twice; a settled or different command gets a new one.
 */
export function makeIntention(newKey: () => string) {
  let open: { readonly command: string; readonly key: string } | undefined;
  return {
    keyFor(command: unknown): string {
      const text = JSON.stringify(command);
      if (open?.command !== text) open = { command: text, key: newKey() };
      return open.key;
    },
    /** The server has answered; whatever comes next is a new intention. */
    settle(): void {
      open = undefined;
    },
  };
}
