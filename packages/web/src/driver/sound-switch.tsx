import { useMessages } from "../language.tsx";
import { driverMessages } from "../messages/driver/index.ts";
import { useKeptSwitch } from "./kept-switch.ts";
import { SwitchLabel } from "./switch-label.tsx";

/** Off at first: a sudden sound while driving is a danger of its own. */
export function useSound(): { readonly on: boolean; readonly turn: (on: boolean) => void } {
  const [on, turn] = useKeptSwitch("sound");
  return { on, turn };
}

export function SoundSwitch() {
  const t = useMessages(driverMessages);
  const { on, turn } = useSound();
  return <SwitchLabel label={t.sound} on={on} onTurn={turn} />;
}
