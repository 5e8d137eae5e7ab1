import { ROLL_CALL_METHODS } from "@noriai/booking";
import { z } from "zod";
import { id, instant, serviceDate } from "./basics.ts";
import { role } from "./person.ts";
import { withoutMyNumber } from "./person-fields.ts";

const note = withoutMyNumber(z.string().trim().max(300)).default("");

/** What the driver says or shows at a roll call. */
const said = {
  moment: z.enum(["before", "after"]),
  isDetected: z.boolean().describe("the detector found alcohol 酒気帯び有"),
  detector: z.string().trim().min(1).max(60).describe("which detector, by its number"),
  isHealthy: z.boolean(),
  health: note,
  isVehicleInOrder: z.boolean().optional().describe("日常点検; before the duty only"),
  remarks: note,
};

/** 点呼 by the operator. */
export const newRollCall = z.object({
  ...said,
  serviceDate,
  driverId: id,
  method: z.enum(["face", "it", "phone"]),
  instructions: note.describe("指示事項"),
});

/** The driver's own word, where the service allows it. */
export const ownRollCall = z.object(said);

export const rollCall = z.object({
  ...said,
  health: z.string(),
  remarks: z.string(),
  isVehicleInOrder: z.boolean().nullable(),
  id,
  serviceDate,
  driverId: id,
  number: z.string(),
  name: z.string(),
  vehicleId: id,
  method: z.enum(ROLL_CALL_METHODS),
  at: instant,
  by: z.string().describe("who called"),
  role: z.union([role, z.literal("system")]),
  instructions: z.string(),
});
