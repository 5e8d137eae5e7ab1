import type { DemoTown } from "@noriai/demo";
import type { EpochSeconds } from "@noriai/kernel";
import type { Actor, TenantTransaction } from "@noriai/store";

const BY: Actor = { role: "system" };
const READ_BY = "運行管理者 小林";

/** Drivers, terminals and papers of a demo town; nothing where there are drivers already. */
export async function addDemoCrew(tx: TenantTransaction, town: DemoTown, now: EpochSeconds): Promise<void> {
  const { drivers, devices, inspections } = town.crew;
  if ((await tx.listDrivers()).length > 0) return;
  const acting = { by: BY, now };
  for (const { licence, ...driver } of drivers) {
    const login = `demo-driver-${driver.usualVehicle}`;
    const account = driver.usualVehicle === undefined ? undefined : (await tx.findAccountByLogin(login))?.id;
    await tx.addDriver(
      {
        ...driver,
        ...(licence && { licence: { ...licence, readBy: READ_BY } }),
        ...(account !== undefined && { account }),
      },
      acting,
    );
  }
  for (const device of devices) await tx.addDevice({ ...device, sim: "", holder: "" }, acting);
  for (const { vehicle, due } of inspections)
    await tx.saveVehiclePapers(vehicle, { inspectionDue: due }, acting);
}
