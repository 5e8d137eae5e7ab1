import type { ServiceDate } from "@noriai/kernel";
import type { CrewFault, CrewFindingHead } from "./crew-finding.ts";
import type { CrewRules } from "./crew-rules.ts";
import type { Driver, Licence, VehiclePapers } from "./driver.ts";
import type { Vehicle } from "./service.ts";

export type WeighedFault = CrewFault & Pick<CrewFindingHead, "weight">;

interface Papers {
  readonly serviceDate: ServiceDate;
  readonly rules: CrewRules;
  readonly driver: Driver;
  readonly vehicle: Vehicle;
  readonly papers: VehiclePapers | undefined;
}

/** How long before the end of a licence somebody is told, in days: the renewal takes a month around the birthday. */
const SOON_DAYS = 30;

/** What the papers of driver and vehicle say against driving on that date. */
export function paperFaults(given: Papers): readonly WeighedFault[] {
  return [...leftFaults(given), ...licenceFaults(given), ...healthFaults(given), ...inspectionFaults(given)];
}

function leftFaults({ driver: { leftOn }, serviceDate }: Papers): readonly WeighedFault[] {
  return leftOn !== undefined && leftOn <= serviceDate
    ? [{ kind: "has-left", weight: "blocks", leftOn }]
    : [];
}

function licenceFaults({ driver: { licence }, ...given }: Papers): readonly WeighedFault[] {
  if (licence === undefined) return [{ kind: "licence-not-read", weight: "blocks" }];
  return [...expiryFaults(licence, given.serviceDate), ...classFaults(licence, given)];
}

function expiryFaults({ expiresOn }: Licence, serviceDate: ServiceDate): readonly WeighedFault[] {
  const daysLeft = daysBetween(serviceDate, expiresOn);
  if (daysLeft < 0)
    return [{ kind: "licence-expired", weight: "blocks", expiredOn: expiresOn, daysOver: -daysLeft }];
  return daysLeft <= SOON_DAYS
    ? [{ kind: "licence-expires-soon", weight: "warns", expiresOn, daysLeft }]
    : [];
}

function classFaults(licence: Licence, { rules, vehicle }: Omit<Papers, "driver">): readonly WeighedFault[] {
  const has = licence.class;
  const persons = vehicle.seats + 1; // the driver counts into 乗車定員
  const personsMax = rules.personsMax[has];
  return [
    ...(rules.needsSecondClass && !licence.isSecondClass
      ? [{ kind: "second-class-needed", weight: "blocks", has } as const]
      : []),
    ...(personsMax !== undefined && persons > personsMax
      ? [{ kind: "licence-too-small", weight: "blocks", has, persons, personsMax } as const]
      : []),
  ];
}

function healthFaults({ driver: { healthCheckDue: dueOn }, serviceDate }: Papers): readonly WeighedFault[] {
  const daysOver = dueOn === undefined ? 0 : daysBetween(dueOn, serviceDate);
  return dueOn !== undefined && daysOver > 0
    ? [{ kind: "health-check-overdue", weight: "warns", dueOn, daysOver }]
    : [];
}

function inspectionFaults({ papers, vehicle, serviceDate }: Papers): readonly WeighedFault[] {
  if (papers === undefined) return [];
  const { inspectionDue: dueOn } = papers;
  const daysOver = daysBetween(dueOn, serviceDate);
  if (daysOver <= 0) return [];
  return [{ kind: "inspection-overdue", weight: "blocks", vehicleId: vehicle.id, dueOn, daysOver }];
}

const DAY_MS = 86_400_000;

/** Calendar days from one date to the other; negative when it lies before. */
const daysBetween = (from: ServiceDate, to: ServiceDate): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
