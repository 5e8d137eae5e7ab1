import {
  type AssignAnswer,
  type Assignment,
  type AssignmentWish,
  assign,
  assignmentOf,
  type Crew,
  crewRulesOn,
  type Driver,
  type Duty,
  dutiesOf,
  type Service,
  stintsOf,
  type WorkSpan,
  workOn,
} from "@noriai/booking";
import {
  addDays,
  type DriverId,
  type EpochSeconds,
  type ServiceDate,
  serviceDateOf,
  type VehicleId,
} from "@noriai/kernel";
import { sql } from "kysely";
import type { Context } from "../context.ts";
import type { Acting, DateSpan } from "../words/crew.ts";
import { appendAudit } from "./audit.ts";
import { listDrivers } from "./drivers.ts";
import { listDuties } from "./duties.ts";
import { listVehiclePapers } from "./vehicle-papers.ts";

/** Everything that is looked at when somebody is put to a duty of the date. */
export async function loadCrew(context: Context, service: Service, serviceDate: ServiceDate): Promise<Crew> {
  const drivers = await listDrivers(context);
  const range = rangeAround(serviceDate);
  const assignments = await datedAssignments(context, range);
  return {
    serviceDate,
    duties: await listDuties(context, service, serviceDate),
    vehicles: service.vehicles,
    papers: await listVehiclePapers(context),
    drivers,
    assignments: assignments.get(serviceDate) ?? [],
    otherWork: datesOf(range)
      .filter((date) => date !== serviceDate)
      .flatMap((date) => plannedWork({ service, drivers, assignments: assignments.get(date) ?? [] }, date)),
    rules: crewRulesOn(service, serviceDate),
  };
}

/** Decides under the crew's own lock, and writes what was decided. */
export async function assignCrew(
  context: Context,
  {
    service,
    wish: { serviceDate, ...wish },
  }: {
    readonly service: Service;
    readonly wish: AssignmentWish & { readonly serviceDate: ServiceDate };
  },
  acting: Acting,
): Promise<AssignAnswer> {
  // Two who put one driver to two vehicles at the same moment must not both be right.
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`noriai crew ${context.tenant}`}, 0))`.execute(
    context.db,
  );
  const crew = await loadCrew(context, service, serviceDate);
  const answer = assign(crew, wish);
  if (answer.kind !== "assigned") return answer;
  await write(context, { serviceDate, assignment: answer.assignment }, acting);
  return answer;
}

/** The vehicle that a driver drives now, next, or drove last on the day of `now`; no record is opened for it. */
export async function findVehicleOf(
  context: Context,
  { service, driver }: { readonly service: Service; readonly driver: DriverId },
  now: EpochSeconds,
): Promise<VehicleId | undefined> {
  const serviceDate = serviceDateOf(now, service.timeZone);
  const roster = await loadRoster(context, serviceDate);
  const own = dutiesOf(service, serviceDate)
    .filter((duty) => assignmentOf(duty, roster).driverId === driver)
    .toSorted((a, b) => a.startsAt - b.startsAt);
  return (own.find(({ endsAt }) => now <= endsAt) ?? own.at(-1))?.vehicleId;
}

/**
 * Every vehicle that a driver had at some time of a date: put to a duty of it, however short, or called to it (点呼), which
 * holds when somebody else's usual vehicle it is by now. No record is opened for it.
 */
export async function listVehiclesOf(
  context: Context,
  { service, driver }: { readonly service: Service; readonly driver: DriverId },
  serviceDate: ServiceDate,
): Promise<ReadonlySet<VehicleId>> {
  const roster = await loadRoster(context, serviceDate);
  const drives = (duty: Duty) =>
    [assignmentOf(duty, roster), ...stintsOf(duty, roster)].some(({ driverId }) => driverId === driver);
  const called = await context.db
    .selectFrom("roll_calls")
    .select("vehicle_id")
    .where("tenant_id", "=", context.tenant)
    .where("service_date", "=", serviceDate)
    .where("driver_id", "=", driver)
    .execute();
  const duties = dutiesOf(service, serviceDate).filter(drives);
  return new Set([
    ...duties.map(({ vehicleId }) => vehicleId),
    ...called.map(({ vehicle_id }) => vehicle_id),
  ]);
}

/** Whose usual vehicle which is, and who was put where on the date. */
async function loadRoster(context: Context, serviceDate: ServiceDate) {
  const rows = await context.db
    .selectFrom("drivers")
    .select(["driver_id", "number", "usual_vehicle"])
    .where("tenant_id", "=", context.tenant)
    .execute();
  const drivers = rows.map(({ driver_id, number, usual_vehicle }) => ({
    id: driver_id,
    number,
    ...(usual_vehicle !== null && { usualVehicle: usual_vehicle }),
  }));
  return { drivers, assignments: await listAssignments(context, { from: serviceDate, to: serviceDate }) };
}

/** In the order in which they were said. */
export async function listAssignments(
  { tenant, db }: Context,
  { from, to }: DateSpan,
): Promise<readonly (Assignment & { readonly serviceDate: ServiceDate })[]> {
  const rows = await db
    .selectFrom("crew_assignments")
    .select(["service_date", "duty_id", "driver_id", "vehicle_id", "at"])
    .where("tenant_id", "=", tenant)
    .where("service_date", ">=", from)
    .where("service_date", "<=", to)
    .orderBy("assignment_id")
    .execute();
  return rows.map(({ service_date, duty_id, driver_id, vehicle_id, at }) => ({
    serviceDate: service_date,
    dutyId: duty_id,
    vehicleId: vehicle_id,
    at,
    ...(driver_id !== null && { driverId: driver_id }),
  }));
}

async function datedAssignments(
  context: Context,
  range: DateSpan,
): Promise<ReadonlyMap<ServiceDate, readonly Assignment[]>> {
  const all = await listAssignments(context, range);
  return Map.groupBy(all, ({ serviceDate }) => serviceDate);
}

interface Planned {
  readonly service: Service;
  readonly drivers: readonly Driver[];
  readonly assignments: readonly Assignment[];
}

const plannedWork = (
  { service, drivers, assignments }: Planned,
  serviceDate: ServiceDate,
): readonly WorkSpan[] =>
  workOn({
    serviceDate,
    duties: dutiesOf(service, serviceDate),
    drivers,
    assignments,
    rules: crewRulesOn(service, serviceDate),
  });

/** The calendar month, and the days next to the date. */
function rangeAround(date: ServiceDate): DateSpan {
  const first = `${date.slice(0, 7)}-01` as ServiceDate;
  const nextFirst = `${addDays(first, 31).slice(0, 7)}-01` as ServiceDate;
  const [before, after] = [addDays(date, -1), addDays(date, 1)];
  const last = addDays(nextFirst, -1);
  return { from: before < first ? before : first, to: after > last ? after : last };
}

function datesOf({ from, to }: DateSpan): readonly ServiceDate[] {
  const dates: ServiceDate[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) dates.push(date);
  return dates;
}

async function write(
  context: Context,
  { serviceDate, assignment }: { readonly serviceDate: ServiceDate; readonly assignment: Assignment },
  acting: Acting,
): Promise<void> {
  const { dutyId, driverId, vehicleId, at } = assignment;
  await context.db
    .insertInto("crew_assignments")
    .values({
      tenant_id: context.tenant,
      service_date: serviceDate,
      duty_id: dutyId,
      driver_id: driverId ?? null,
      vehicle_id: vehicleId,
      at,
      actor_account: acting.by.account ?? null,
      role: acting.by.role,
    })
    .execute();
  const detail = { serviceDate, driverId, vehicleId, at };
  await appendAudit(context, [{ event: "duty-assigned", subject: dutyId, detail }], acting);
  context.outgoing.push({ topic: "crew" });
}
