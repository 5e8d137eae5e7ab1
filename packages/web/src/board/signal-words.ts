import { useMessages } from "../language.tsx";
import { boardMessages } from "../messages/board/index.ts";
import type { SignalAge } from "./signal-age.ts";

/** Steps in which the age of a good signal is told, so that the page does not flicker. */
const STEP_SECONDS = 10;

/** The age of a signal in words; an old one says so. */
export function useSignalWords(): (age: SignalAge) => string {
  const { signal } = useMessages(boardMessages);
  return ({ seconds, stale }) => {
    if (stale) return signal.stale(Math.floor(seconds / 60));
    return signal.seconds(Math.floor(seconds / STEP_SECONDS) * STEP_SECONDS);
  };
}
