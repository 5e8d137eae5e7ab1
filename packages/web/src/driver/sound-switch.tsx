import { useMessages } from "../language.tsx";
import { driverMessages } from "../messages/driver/index.ts";
import { SwitchLabel } from "../ui/switch-label.tsx";
import { useKeptSwitch } from "./kept-switch.ts";

/** On at first: a new rider is heard of without a look at the screen. The tones are soft; who does not want them turns them off. */
export function useSound(): { readonly on: boolean; readonly turn: (on: boolean) => void } {
  const [on, turn] = useKeptSwitch("sound", true);
  return { on, turn };
}

export function SoundSwitch() {
  const t = useMessages(driverMessages);
  const { on, turn } = useSound();
  return <SwitchLabel label={t.sound} on={on} onTurn={turn} />;
}
