import { useKeptSwitch } from "./kept-switch.ts";

/** Does the terminal read aloud? Off until the driver wants it: it may be heard by everybody aboard. */
export function useVoice(): { readonly on: boolean; readonly turn: (on: boolean) => void } {
  const [on, turn] = useKeptSwitch("voice");
  return { on, turn };
}
