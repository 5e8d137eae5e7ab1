import { setTimeout as passing } from "node:timers/promises";
import type { IntakeStopId, MemberId, TenantId } from "@noriai/kernel";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { NewIntakeStop } from "../src/door.ts";
import { openTestStore, type TestStore } from "../src/testing.ts";
import { HANAKO, REASON } from "./support/fill.ts";
import { at, bookingOf, change, DESK, decisionOf, MONDAY, SERVICE, T0 } from "./support/town.ts";

const TOWN = "town" as TenantId;
const SNOW: NewIntakeStop = { scope: {}, notice: "大雪のため", reason: REASON, plannedEnd: at(60) };
let it: TestStore;
let member: MemberId;

beforeAll(async () => {
  it = await openTestStore();
  await it.store.createTenant({ id: TOWN, name: TOWN });
  member = await it.store.inTenant(TOWN, async (tx) => {
    await tx.saveService(SERVICE, DESK, T0);
    return (await tx.addMember(HANAKO, DESK, T0)).id;
  });
});
afterAll(() => it.close());

const stop = () => it.store.inTenant(TOWN, (tx) => tx.stopIntake(SERVICE, SNOW, DESK, T0));
const resume = (id: IntakeStopId) => it.store.inTenant(TOWN, (tx) => tx.resumeIntake(id, DESK, at(5)));
const book = (id: string) => [{ kind: "booking-confirmed", booking: bookingOf(id, member) }] as const;

test("a stop is read as it was made, its reason too, and resumed once", async () => {
  const { id } = await stop();
  expect(await it.store.inTenant(TOWN, (tx) => tx.standingIntakeStops(SERVICE))).toEqual([
    { id, scope: {}, notice: SNOW.notice, plannedEnd: SNOW.plannedEnd },
  ]);
  const read = await it.store.inTenant(TOWN, (tx) => tx.findIntakeStop(id));
  expect(read).toEqual({ id, ...SNOW, stoppedAt: T0, stoppedBy: DESK });
  await it.store.rotateDataKey(TOWN, DESK, at(1));
  const resumed = await resume(id);
  expect(resumed).toEqual({ ...read, resumed: { at: at(5), by: DESK } });
  expect(await it.store.inTenant(TOWN, (tx) => tx.resumeIntake(id, { role: "municipality" }, at(9)))).toEqual(
    resumed,
  );
  expect(await it.store.inTenant(TOWN, (tx) => tx.standingIntakeStops(SERVICE))).toEqual([]);
  expect(await resume("none" as IntakeStopId)).toBeUndefined();
});

test("a decision that was made before a stop is made again under it, though its day has not moved", async () => {
  const seen: number[] = [];
  let made: IntakeStopId | undefined;
  const answer = await it.store.decideOnDay({
    ...change(TOWN, () => []),
    decide: async (day, intakeStops) => {
      seen.push(intakeStops.length);
      if (made === undefined) made = (await stop()).id;
      return intakeStops.length > 0 ? decisionOf(day, [], "stopped") : decisionOf(day, book("B1"), "booked");
    },
  });
  expect([answer, seen]).toEqual(["stopped", [0, 1]]);
  const day = await it.store.inTenant(TOWN, (tx) => tx.loadDay(SERVICE, MONDAY));
  expect(day.bookings.size).toBe(0);
  await resume(made!);
});

test("a stop waits for a booking that is being written, and a booking for a stop: neither overtakes the other", async () => {
  const order: string[] = [];
  const isWriting = Promise.withResolvers<void>();
  const mayGo = Promise.withResolvers<void>();
  const booking = it.store.decideOnDay(
    change(TOWN, () => book("B2"), {
      after: async () => {
        isWriting.resolve();
        await mayGo.promise;
        order.push("booked");
      },
    }),
  );
  await isWriting.promise;
  const stopping = stop().then(({ id }) => {
    order.push("stopped");
    return id;
  });
  await passing(150);
  expect(order).toEqual([]);
  mayGo.resolve();
  await booking;
  await resume(await stopping);
  expect(order).toEqual(["booked", "stopped"]);
});

test("who only thinks does not hold up a stop", async () => {
  const order: string[] = [];
  const thinking = it.store.decideOnDay({
    ...change(TOWN, () => []),
    decide: async (day, intakeStops) => {
      if (intakeStops.length > 0) return decisionOf(day, [], "stopped");
      const stopped = await stop(); // would never be answered if thinking held the intake
      order.push(stopped.notice);
      return decisionOf(day, book("B3"), "booked");
    },
  });
  expect(await thinking).toBe("stopped");
  expect(order).toEqual([SNOW.notice]);
});
