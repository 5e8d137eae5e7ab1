import type { Problem } from "@noriai/api";
import type { Result } from "@noriai/kernel";

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

/** Whether the server has said yes or no to a command. After anything else, or nothing at all, it may have happened. */
export const isDecided = (result: Result<unknown, Problem>): boolean =>
  result.ok || (result.error.status >= 400 && result.error.status < 500);
