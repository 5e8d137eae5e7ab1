import { useEffect, useSyncExternalStore } from "react";
import { useKeptChoice } from "./kept-choice.ts";
import "./screen.css";

export const LOOKS = ["day", "night", "device"] as const;
export type Look = (typeof LOOKS)[number];
export const PRESSES = ["plain", "glove"] as const;
export type Press = (typeof PRESSES)[number];

export const useLook = () => useKeptChoice<Look>("look", LOOKS);
export const usePress = () => useKeptChoice<Press>("press", PRESSES);

/** Shows this page as the driver has chosen, by day or night, for fingers or gloves, as long as it is open. */
export function useScreen(): void {
  const [look] = useLook();
  const [press] = usePress();
  const isDeviceDark = useSyncExternalStore(hearDevice, () => darkDevice().matches);
  const isNight = look === "night" || (look === "device" && isDeviceDark);
  useAttribute("data-night", isNight);
  useAttribute("data-glove", press === "glove");
}

const darkDevice = (): MediaQueryList => matchMedia("(prefers-color-scheme: dark)");

function hearDevice(tell: () => void): () => void {
  const query = darkDevice();
  query.addEventListener("change", tell);
  return () => query.removeEventListener("change", tell);
}

function useAttribute(name: string, on: boolean): void {
  useEffect(() => {
    document.documentElement.toggleAttribute(name, on);
    return () => document.documentElement.removeAttribute(name);
  }, [name, on]);
}
