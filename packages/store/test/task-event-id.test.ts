import type { BookingId, EventId, MemberId, ServiceDate } from "@noriai/kernel";
import { serviceDate } from "@noriai/kernel";
import { afterAll, beforeAll, expect, test } from "vitest";
import { EventIdTaken } from "../src/store-busy.ts";
import { openTestStore, type TestStore } from "../src/testing.ts";
import { fillTenant } from "./support/fill.ts";
import { boardedEvent, bookingOf, change, MONDAY, NORTH, SERVICE, SOUTH } from "./support/town.ts";

const TUESDAY = serviceDate("2026-12-01");
let it: TestStore;
let member: MemberId;
beforeAll(async () => {
  it = await openTestStore();
  member = await fillTenant(it.store, NORTH);
  await fillTenant(it.store, SOUTH);
});
afterAll(() => it.close());

const record = (id: string, date: ServiceDate, booking: string) =>
  it.store.decideOnDay(
    change(
      NORTH,
      () => [
        { kind: "booking-confirmed", booking: bookingOf(booking, member, date) },
        { kind: "task-recorded", event: boardedEvent(id, booking as BookingId) },
      ],
      { serviceDate: date },
    ),
  );

test("a task event is found by its id on whichever date it stands, and by no other tenant", async () => {
  await record("E-monday", MONDAY, "B-monday");
  const find = (id: string) => it.store.inTenant(NORTH, (tx) => tx.findTaskEvent(id as EventId));
  expect(await find("E-monday")).toStrictEqual({
    serviceDate: MONDAY,
    event: boardedEvent("E-monday", "B-monday" as BookingId),
  });
  expect(await find("E-none")).toBeUndefined();
  expect(await it.store.inTenant(SOUTH, (tx) => tx.findTaskEvent("E-monday" as EventId))).toBeUndefined();
});

test("an id that stands on another date is refused by name, and nothing of the decision stands", async () => {
  await record("E-twice", MONDAY, "B-first");
  const again = await record("E-twice", TUESDAY, "B-second").catch((error: unknown) => error);
  expect(again).toBeInstanceOf(EventIdTaken);
  expect(again).toMatchObject({ name: "EventIdTaken", id: "E-twice" });
  const tuesday = await it.store.inTenant(NORTH, (tx) => tx.loadDay(SERVICE, TUESDAY));
  expect([tuesday.version, tuesday.bookings.size, tuesday.taskEvents.length]).toEqual([0, 0, 0]);
});

test("of two dates that use one id at once, one is written and the other refused by name", async () => {
  const [a, b] = [serviceDate("2026-12-02"), serviceDate("2026-12-03")];
  const results = await Promise.allSettled([record("E-race", a, "B-a"), record("E-race", b, "B-b")]);
  expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  const refused = results.find((result) => result.status === "rejected");
  expect(refused?.reason).toBeInstanceOf(EventIdTaken);
});
