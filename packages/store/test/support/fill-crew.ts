import { dutiesOf } from "@noriai/booking";
import type { VehicleId } from "@noriai/kernel";
import type { TenantTransaction } from "../../src/door.ts";
import { DESK, MONDAY, SERVICE, T0 } from "./town.ts";

/** A driver, papers, a word on who drives, a roll call, an end of duty and a terminal. */
export async function fillCrew(tx: TenantTransaction, words: string): Promise<void> {
  const acting = { by: DESK, now: T0 };
  const vehicle = "V1" as VehicleId;
  const { id } = await tx.addDriver({ number: "01", name: "小野田 三郎" }, acting);
  await tx.readDrivers({ ...acting, purpose: "roster" });
  await tx.saveVehiclePapers(vehicle, { inspectionDue: MONDAY }, acting);
  const dutyId = dutiesOf(SERVICE, MONDAY)[0]!.id;
  await tx.assignCrew(SERVICE, { serviceDate: MONDAY, dutyId, at: T0 }, acting);
  const of = { serviceDate: MONDAY, driverId: id, vehicleId: vehicle };
  await tx.addRollCall(
    {
      ...of,
      moment: "before",
      method: "face",
      at: T0,
      alcohol: { withDetector: true, isDetected: false },
      isHealthy: true,
      isVehicleInOrder: true,
      detector: "D-1",
      health: words,
      instructions: words,
      remarks: "",
    },
    acting,
  );
  await tx.closeDuty(
    {
      ...of,
      endedAt: T0,
      odometerStart: 10,
      odometerEnd: 20,
      cashExpected: 0,
      cashCounted: 0,
      remarks: words,
    },
    acting,
  );
  await tx.addDevice({ label: "端末1", serial: "受付-SN-1", sim: "090-1234-9876", holder: "小野田" }, acting);
}
