import type { DeviceLogId, DutyId, EventId } from "@noriai/kernel";
import { seconds } from "@noriai/kernel";
import type { TenantTransaction } from "../../src/door.ts";
import type { NewEntry } from "../../src/words/device-logs.ts";
import { DESK, MONDAY, T0 } from "./town.ts";

export const LOG = "log-1" as DeviceLogId;

/** An entry of a tablet's log that the record contradicts. */
export const aConflict = (no: number): NewEntry => ({
  no,
  serviceDate: MONDAY,
  deed: { id: `logged-${no}` as EventId, at: T0, kind: "delayed", dutyId: "D1" as DutyId },
  said: T0,
  movedBy: seconds(0),
  outcome: { kind: "refused", rejection: { kind: "unknown-duty" } },
});

/** A log with a conflict that somebody has settled. */
export async function fillDeviceLog(tx: TenantTransaction): Promise<void> {
  const acting = { by: DESK, now: T0 };
  await tx.keepEntry(LOG, aConflict(1), acting);
  await tx.settleConflict({ log: LOG, no: 1 }, "stands", acting);
}
