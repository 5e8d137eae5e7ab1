import { useEffect } from "react";
import { useMessages } from "../language.tsx";
import { driverMessages } from "../messages/driver/index.ts";
import { useKeptSwitch } from "./kept-switch.ts";
import "./night.css";
import { SwitchLabel } from "./switch-label.tsx";

/** Light writing on dark ground while driving at night. */
export function NightSwitch() {
  const t = useMessages(driverMessages);
  const [on, turn] = useKeptSwitch("night");
  useEffect(() => {
    document.documentElement.toggleAttribute("data-night", on);
    return () => document.documentElement.removeAttribute("data-night");
  }, [on]);
  return (
    <div className="ml-auto">
      <SwitchLabel label={t.night} on={on} onTurn={turn} />
    </div>
  );
}
