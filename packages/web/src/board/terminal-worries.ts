import type { Answer } from "@noriai/api";

export type TerminalState = Answer<"listTerminalStates">["terminals"][number];

export type TerminalWorry = "battery" | "storage" | "signal" | "unsent" | "no-position" | "goes-dark";

/** A battery that does not last the rest of a duty, unless it is being charged. */
const BATTERY_LOW = 20;
/** A shift's records need far less; a browser with less begins to throw away what it has kept. */
const STORAGE_LOW_MB = 50;
/** So many records make a stop's work; more wait only where they cannot be sent. */
const UNSENT_MANY = 5;

/** What a dispatcher should know of a terminal before it falls silent. 仕様書 5-(3)-③ */
export const worriesOf = ({
  battery,
  isCharging,
  storageFree,
  signal,
  unsent,
  position,
  isKeptAwake,
}: TerminalState): readonly TerminalWorry[] => [
  ...(battery !== null && battery <= BATTERY_LOW && isCharging !== true ? (["battery"] as const) : []),
  ...(storageFree !== null && storageFree < STORAGE_LOW_MB ? (["storage"] as const) : []),
  ...(signal === "weak" ? (["signal"] as const) : []),
  ...(unsent >= UNSENT_MANY ? (["unsent"] as const) : []),
  ...(position === "denied" ? (["no-position"] as const) : []),
  ...(isKeptAwake ? [] : (["goes-dark"] as const)),
];
