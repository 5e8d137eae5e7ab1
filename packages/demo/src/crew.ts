import type { Driver } from "@noriai/booking";
import { addDays, type ServiceDate, type VehicleId } from "@noriai/kernel";

/** Who drives in a demo town, which terminals there are, and how long each vehicle's inspection is good. */
export interface DemoCrew {
  readonly drivers: readonly DemoDriver[];
  readonly devices: readonly {
    readonly label: string;
    readonly vehicle: VehicleId;
    readonly serial: string;
  }[];
  readonly inspections: readonly { readonly vehicle: VehicleId; readonly due: ServiceDate }[];
}

/** An invented driver. Whose usual vehicle it is has the account that enters with one click. */
export interface DemoDriver extends Omit<Driver, "id"> {
  readonly name: string;
}

/**
 * One who drives as usual, one who may take over, and two in whose way a rule stands: a licence that ended last week, and
 * one that is not of the second class.
 */
export function crewAround(today: ServiceDate, vehicle: VehicleId): DemoCrew {
  const licence = { class: "ordinary", isSecondClass: true, readOn: addDays(today, -60) } as const;
  const soon = addDays(today, 150);
  return {
    drivers: [
      {
        number: "11",
        name: "田中 一郎",
        licence: { ...licence, expiresOn: addDays(today, 500) },
        healthCheckDue: soon,
        usualVehicle: vehicle,
      },
      {
        number: "12",
        name: "鈴木 恵子",
        licence: { ...licence, expiresOn: addDays(today, 900) },
        healthCheckDue: soon,
      },
      {
        number: "13",
        name: "高橋 三郎",
        licence: { ...licence, expiresOn: addDays(today, -7) },
        healthCheckDue: soon,
      },
      {
        number: "14",
        name: "伊藤 四郎",
        licence: { ...licence, isSecondClass: false, expiresOn: addDays(today, 700) },
        healthCheckDue: addDays(today, -10),
      },
    ],
    devices: [{ label: "車載端末1", vehicle, serial: "DEMO-0001" }],
    inspections: [{ vehicle, due: addDays(today, 220) }],
  };
}
