import { z } from "zod";
import { id, instant, serviceDate } from "./basics.ts";
import { taskEventInput, tripTask } from "./duty.ts";

/** Who boards or alights where and when, for paper. */
export const runSheet = z.object({
  serviceDate,
  madeAt: instant,
  version: z.int(),
  duties: z.array(
    z.object({
      dutyId: id,
      vehicleId: id,
      startsAt: instant,
      endsAt: instant,
      tasks: z.array(tripTask),
    }),
  ),
  phones: z
    .array(z.object({ bookingId: id, phone: z.string() }))
    .describe("for the phone desk, to call riders when nothing else works; empty for others"),
});

export const paperEvents = z.object({ events: z.array(taskEventInput).min(1).max(100) });
