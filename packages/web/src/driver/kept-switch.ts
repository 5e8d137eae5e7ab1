import { useCallback } from "react";
import { useKeptChoice } from "./kept-choice.ts";

/** A switch that this terminal remembers; off until somebody turns it on, unless said otherwise. */
export function useKeptSwitch(
  name: string,
  first = false,
): readonly [on: boolean, turn: (on: boolean) => void] {
  const [choice, choose] = useKeptChoice(name, first ? ["on", "off"] : ["off", "on"]);
  const turn = useCallback((on: boolean) => choose(on ? "on" : "off"), [choose]);
  return [choice === "on", turn];
}
