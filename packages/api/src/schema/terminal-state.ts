import { z } from "zod";
import { id, instant } from "./basics.ts";

/** How a terminal is, by its own word; null: its browser does not tell. 仕様書 5-(3)-③ */
export const terminalReport = z.object({
  at: instant,
  battery: z.int().min(0).max(100).nullable().describe("per cent"),
  isCharging: z.boolean().nullable(),
  storageFree: z.int().min(0).max(1_000_000_000).nullable().describe("megabytes that may still be kept"),
  signal: z.enum(["good", "weak"]).nullable(),
  unsent: z.int().min(0).max(1_000_000).describe("records that wait on the terminal"),
  position: z.enum(["sending", "waiting", "denied"]),
  isKeptAwake: z.boolean().describe("the screen does not go dark by itself"),
});

/** The terminals on the road as they last said they are. */
export const terminalStates = z.object({
  terminals: z.array(terminalReport.extend({ vehicleId: id })),
});
