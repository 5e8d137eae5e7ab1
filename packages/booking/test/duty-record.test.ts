import { type DriverId, type DutyId, minutes, timeOfDay, type VehicleId, yen } from "@noriai/kernel";
import { expect, test } from "vitest";
import { type Assignment, type Driver, dutyRecords, takingsOf } from "../src/index.ts";
import { ADay } from "./a-day.ts";
import { aService } from "./a-service.ts";
import { MONDAY, monday } from "./a-world.ts";

const TANAKA: Driver = { id: "tanaka" as DriverId, number: "01", usualVehicle: "v1" as VehicleId };
const KIMURA: Driver = { id: "kimura" as DriverId, number: "02" };
const drivers = [TANAKA, KIMURA];

/** Two riders: one in the morning who pays cash, one in the afternoon who pays otherwise. */
function aDrivenDay(service = aService()) {
  const it = new ADay(service);
  const [first, second] = [it.booked("08:00", at("09:30")), it.booked("08:01", at("14:00"))];
  for (const [booking, arrived, left, amount, means] of [
    [first, "09:31", "09:45", 350, "cash"],
    [second, "14:02", "14:15", 350, "cashless"],
  ] as const) {
    const duty = it.day.duties.find(
      ({ startsAt, endsAt }) => startsAt <= monday(arrived) && monday(arrived) < endsAt,
    )!.id;
    const { from, to } = booking.request;
    it.happens(arrived, { kind: "arrived", stopId: from }, duty);
    it.happens(arrived, { kind: "boarded", bookingId: booking.id }, duty);
    it.happens(arrived, { kind: "fare-collected", bookingId: booking.id, amount: yen(amount), means }, duty);
    it.happens(left, { kind: "arrived", stopId: to }, duty);
    it.happens(left, { kind: "alighted", bookingId: booking.id }, duty);
  }
  it.happens("14:20", { kind: "delayed", by: minutes(7), cause: "traffic" }, it.day.duties.at(-1)!.id);
  return it.day;
}

const at = (time: string) => ({ time: { mode: "depart" as const, at: monday(time) } });

test("the record tells where riders were aboard, who paid how, and what delayed the vehicle", () => {
  const day = aDrivenDay();
  const [record, ...others] = dutyRecords({ day, drivers, assignments: [] });
  expect(others).toEqual([]);
  expect(record).toMatchObject({
    driverId: "tanaka",
    rides: [
      {
        boardedAt: monday("09:31"),
        alightedAt: monday("09:45"),
        persons: 1,
        fareCollected: 350,
        vehicleId: "v1",
      },
      { boardedAt: monday("14:02"), alightedAt: monday("14:15"), persons: 1, fareCollected: 350 },
    ],
    delays: [{ at: monday("14:20"), minutes: 7, cause: "traffic" }],
    breaks: [],
    noShows: 0,
    takings: { cash: 350, cashless: 350 },
  });
});

test("a driver who took over at noon has what came after, and the other what came before", () => {
  const day = aDrivenDay();
  const dutyId: DutyId = day.duties[0]!.id;
  const takesOver: Assignment = {
    dutyId,
    driverId: KIMURA.id,
    vehicleId: "v1" as VehicleId,
    at: monday("12:00"),
  };
  const recorded = { day, drivers, assignments: [takesOver] };
  expect(
    dutyRecords(recorded).map(({ driverId, rides, delays }) => [driverId, rides.length, delays.length]),
  ).toEqual([
    ["tanaka", 1, 0],
    ["kimura", 1, 1],
  ]);
  expect(takingsOf(recorded, TANAKA.id)).toEqual({ cash: 350, cashless: 0 });
  expect(takingsOf(recorded, KIMURA.id)).toEqual({ cash: 0, cashless: 350 });
});

test("a fare that was taken back is not in the till", () => {
  const day = aDrivenDay();
  const fare = day.taskEvents.find(({ kind }) => kind === "fare-collected")!;
  const undone = {
    ...fare,
    kind: "undone",
    id: "u1",
    eventId: fare.id,
  } as unknown as (typeof day.taskEvents)[number];
  const without = { ...day, taskEvents: [...day.taskEvents, undone] };
  expect(takingsOf({ day: without, drivers, assignments: [] }, TANAKA.id)).toEqual({
    cash: 0,
    cashless: 350,
  });
});

test("[SAP-5.3-1] a corrected fare is in the till once, and stands in the record with what it was before and why", () => {
  const it = new ADay();
  const booking = it.booked("08:00", at("09:30"));
  const { id: bookingId } = booking;
  it.happens("09:31", { kind: "arrived", stopId: booking.request.from });
  it.happens("09:31", { kind: "boarded", bookingId });
  const paid = { kind: "fare-collected", bookingId, means: "cash" } as const;
  it.happens("09:32", { ...paid, amount: yen(530), id: "typed-wrong" });
  it.happens("09:33", { kind: "undone", eventId: "typed-wrong" as never });
  it.happens("09:33", { ...paid, amount: yen(350), reason: "mistyped" });
  const [record] = dutyRecords({ day: it.day, drivers, assignments: [] });
  expect(record?.takings).toEqual({ cash: 350, cashless: 0 });
  expect(record?.rides[0]?.fareCollected).toBe(350);
  expect(record?.fareNotes).toEqual([
    { at: monday("09:33"), bookingId, due: 350, amount: 350, before: 530, means: "cash", reason: "mistyped" },
  ]);
});

test("a break between two duties is in the record", () => {
  const breaks = [{ from: timeOfDay("12:00"), to: timeOfDay("13:00") }];
  const day = aDrivenDay(aService({ crew: [{ from: MONDAY, breaks }] }));
  const [record] = dutyRecords({ day, drivers, assignments: [] });
  expect(record?.breaks).toEqual([{ from: monday("12:00"), to: monday("13:00") }]);
  expect(record?.rides).toHaveLength(2);
});
