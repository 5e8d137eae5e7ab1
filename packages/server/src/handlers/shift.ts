import type { MyShift } from "@noriai/api";
import {
  type Crew,
  type RollCallMoment,
  rollCallFault,
  rollCallStand,
  type Takings,
  takingsOf,
} from "@noriai/booking";
import { addDays, fail, ok, type ServiceDate, serviceDateOf } from "@noriai/kernel";
import type { DriverDoor, DutyClosing, NewClosing, RollCallRecord, TenantTransaction } from "@noriai/store";
import type { Handler, Outcome } from "../call.ts";
import type { StaffCall } from "../decide-on.ts";
import { presentStand } from "../present/crew.ts";
import { presentClosing } from "../present/duty-record.ts";
import { writeIn } from "../present/trip.ts";
import { notPossible } from "../trouble.ts";
import { saidOf, vehicleOf } from "./roll-calls.ts";

/** The driver's own work of today: roll calls, what is in the till, the end. */
export const getMyShift: Handler<"getMyShift"> = async (call) =>
  call.world.store.inTenant(call.who.tenant, async (tx) =>
    ok({ body: presentShift(call, await readShift(call, tx)) }),
  );

/** What is known of the caller's own work today; nobody in the register of drivers: nothing. */
interface Shift {
  readonly serviceDate: ServiceDate;
  readonly door: DriverDoor;
  readonly crew: Crew;
  readonly rollCalls: readonly RollCallRecord[];
  readonly closing: DutyClosing | undefined;
  readonly takings: Takings;
  readonly odometer: number | undefined;
}

async function readShift({ town, who, now }: StaffCall, tx: TenantTransaction): Promise<Shift | undefined> {
  const door = await tx.findDriverDoor({ account: who.account.id });
  if (door === undefined) return undefined;
  const serviceDate = serviceDateOf(now, town.service.timeZone);
  const today = { from: serviceDate, to: serviceDate };
  const crew = await tx.loadCrew(town.service, serviceDate);
  const day = await tx.loadDay(town.service, serviceDate);
  const closings = await tx.listClosings({ from: addDays(serviceDate, -ODOMETER_DAYS), to: serviceDate });
  const vehicle = vehicleOf(crew, door.id);
  const isOwn = ({ driverId }: { readonly driverId: string }) => driverId === door.id;
  return {
    ...{ serviceDate, door, crew },
    rollCalls: (await tx.listRollCalls(today)).filter(isOwn),
    closing: closings.findLast((one) => one.serviceDate === serviceDate && isOwn(one)),
    takings: takingsOf({ day, drivers: crew.drivers, assignments: crew.assignments }, door.id),
    odometer: closings.findLast(({ vehicleId }) => vehicleId === vehicle)?.odometerEnd,
  };
}

/** How far back the vehicle's last reading is looked for. */
const ODOMETER_DAYS = 31;

function presentShift({ town, who, now }: StaffCall, shift: Shift | undefined): MyShift {
  const isAtTerminal = who.session.terminal !== undefined;
  if (shift === undefined)
    return { serviceDate: serviceDateOf(now, town.service.timeZone), isAtTerminal, shift: null };
  const { serviceDate, door, crew, rollCalls, closing, takings, odometer } = shift;
  const write = writeIn(town.service.timeZone);
  const stand = (moment: RollCallMoment) =>
    presentStand(rollCallStand(rollCalls, moment), { write, seesWhy: true });
  return {
    serviceDate,
    isAtTerminal,
    shift: {
      driverId: door.id,
      vehicleId: vehicleOf(crew, door.id) ?? null,
      rollCall: {
        ...crew.rules.rollCall,
        before: stand("before"),
        after: stand("after"),
        instructions: rollCalls.findLast(({ moment }) => moment === "before")?.instructions ?? "",
      },
      takings,
      odometer: odometer ?? null,
      closing: closing === undefined ? null : presentClosing(closing, write),
    },
  };
}

/** The driver's own word at the roll call, where the service takes it. */
export const reportOwnRollCall: Handler<"reportOwnRollCall"> = async (call) => {
  const { world, who, body, now, remember } = call;
  return world.store.inTenant(who.tenant, async (tx): Promise<Outcome<"reportOwnRollCall">> => {
    const shift = await readShift(call, tx);
    const vehicleId = shift && vehicleOf(shift.crew, shift.door.id);
    if (shift === undefined || vehicleId === undefined) return fail(notPossible({ kind: "off-duty" }));
    const { serviceDate, door, crew } = shift;
    const head = {
      serviceDate,
      driverId: door.id,
      vehicleId,
      method: "self",
      instructions: "",
      at: now,
    } as const;
    const said = saidOf(body, head);
    const fault = rollCallFault(said, crew.rules.rollCall);
    if (fault !== undefined) return fail(notPossible({ kind: fault }));
    await tx.addRollCall(said, { by: who.actor, now });
    const outcome = ok({ body: presentShift(call, await readShift(call, tx)) });
    await remember(tx, outcome);
    return outcome;
  });
};

/** The end of the driver's work: what the till holds is compared with what was recorded. */
export const endDuty: Handler<"endDuty"> = async (call) => {
  const { world, town, who, body, now, remember } = call;
  return world.store.inTenant(who.tenant, async (tx): Promise<Outcome<"endDuty">> => {
    const shift = await readShift(call, tx);
    const vehicleId = shift && vehicleOf(shift.crew, shift.door.id);
    if (shift === undefined || vehicleId === undefined) return fail(notPossible({ kind: "off-duty" }));
    const { serviceDate, door, takings } = shift;
    const closing: NewClosing = {
      ...body,
      ...{ serviceDate, driverId: door.id, vehicleId, endedAt: now, cashExpected: takings.cash },
    };
    await tx.closeDuty(closing, { by: who.actor, now });
    const outcome = ok({ body: presentClosing(closing, writeIn(town.service.timeZone)) });
    await remember(tx, outcome);
    return outcome;
  });
};
