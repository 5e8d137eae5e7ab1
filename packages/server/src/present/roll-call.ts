import type { RollCall as RollCallJson } from "@noriai/api";
import type { DriverRecord, RollCallRecord } from "@noriai/store";
import type { Write } from "./trip.ts";

/** A roll call as the operator's list shows it. @param callerOf  the name of whoever called */
export const presentRollCall = (
  call: RollCallRecord,
  {
    write,
    driver,
    callerOf,
  }: {
    readonly write: Write;
    readonly driver: DriverRecord | undefined;
    readonly callerOf: (call: RollCallRecord) => string;
  },
): RollCallJson => ({
  id: call.id,
  serviceDate: call.serviceDate,
  driverId: call.driverId,
  number: driver?.number ?? "",
  name: driver?.name ?? "",
  vehicleId: call.vehicleId,
  moment: call.moment,
  method: call.method,
  at: write(call.at),
  by: callerOf(call),
  role: call.by.role,
  isDetected: call.alcohol.isDetected,
  detector: call.detector,
  isHealthy: call.isHealthy,
  health: call.health,
  isVehicleInOrder: call.isVehicleInOrder ?? null,
  instructions: call.instructions,
  remarks: call.remarks,
});
