import { applyChanges, type Booking, type Change, type Day, type TaskEvent } from "@noriai/booking";
import type { BookingId, DutyId, EventId, MemberId, ServiceDate, TenantId } from "@noriai/kernel";
import { serviceDate } from "@noriai/kernel";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { asStored } from "../src/decision-log/as-stored.ts";
import { openTestStore, type TestStore } from "../src/testing.ts";
import { HANAKO } from "./support/fill.ts";
import { asOwner } from "./support/owner.ts";
import { at, bookingOf, change, DESK, quoteOf, SERVICE, T0 } from "./support/town.ts";

let it: TestStore;
let member: MemberId;
const TOWN = "town" as TenantId;
beforeAll(async () => {
  it = await openTestStore();
  await it.store.createTenant({ id: TOWN, name: "町" });
  member = await it.store.inTenant(TOWN, async (tx) => {
    await tx.saveService(SERVICE, DESK, T0);
    return (await tx.addMember(HANAKO, DESK, T0)).id;
  });
});
afterAll(() => it.close());

/** Every JSON column of a day as text, the order of its fields included. */
const textOf = ({ duties, plan, bookings, quotes, taskEvents }: Day) => [
  ...[duties, plan, taskEvents].map((value) => JSON.stringify(value)),
  ...[...bookings.values()].map(({ request, promise, fare, freed }) =>
    JSON.stringify([request, promise, fare, freed]),
  ),
  ...[...quotes.values()].map(({ request, offer }) => JSON.stringify([request, offer])),
];

test("a day of any history is loaded exactly as it was decided, and goes on from there", async () => {
  let days = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 }),
      async (history) => {
        const date = serviceDate(new Date(Date.UTC(2027, 0, 1 + days++)).toISOString().slice(0, 10));
        let known: Day = await it.store.inTenant(TOWN, (tx) => tx.loadDay(SERVICE, date));
        for (const steps of history) {
          const changes: Change[] = [];
          for (const make of steps) changes.push(...make(applyChanges(known, changes), date));
          await it.store.decideOnDay(change(TOWN, () => changes, { serviceDate: date }));
          if (changes.length > 0) known = { ...applyChanges(known, changes), version: known.version + 1 };
          const loaded = await it.store.inTenant(TOWN, (tx) => tx.loadDay(SERVICE, date));
          expect(loaded).toStrictEqual(known);
          // A replay has no database, but must find the fields of every object in its order.
          if (loaded.version > 0) expect(textOf(asStored(known))).toEqual(textOf(loaded));
          expect([...loaded.bookings.keys()]).toEqual([...known.bookings.keys()]);
          expect([...loaded.quotes.keys()]).toEqual([...known.quotes.keys()]);
        }
      },
    ),
    { numRuns: 25, seed: 20261130 },
  );
});

type Step = (day: Day, date: ServiceDate) => readonly Change[];

const text = fc.string({ unit: "grapheme", maxLength: 6 }).map((any) => any.replaceAll("\0", ""));
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ id: fc.uuid(), held: fc.boolean() }).map(
    ({ id, held }): Step =>
      (_, date) => [{ kind: "quote-held", quote: { ...quoteOf(id, member, date), held } }],
  ),
  fc.constant<Step>((day) =>
    [...day.quotes.keys()]
      .slice(0, 1)
      .map((quoteId): Change => ({ kind: "quote-closed", quoteId, because: "released" })),
  ),
  fc.constant<Step>((day, date) =>
    [...day.quotes.keys()].slice(0, 1).flatMap((quoteId): Change[] => [
      { kind: "quote-closed", quoteId, because: "confirmed" },
      { kind: "booking-confirmed", booking: bookingOf(quoteId, member, date) },
    ]),
  ),
  fc.uuid().map(
    (id): Step =>
      (_, date) => [{ kind: "booking-confirmed", booking: bookingOf(id, member, date) }],
  ),
  fc
    .record({
      state: fc.constantFrom("boarding", "riding", "completed", "no_show", "suspended"),
      reason: text,
    })
    .map(
      ({ state, reason }): Step =>
        (day) =>
          firstBooking(day).flatMap((booking): Change[] => [
            { kind: "booking-moved-on", booking: { ...booking, state } as Booking },
            { kind: "booking-changed", before: booking, booking: { ...booking, boardingCode: "0001" } },
            { kind: "booking-cancelled", booking: withEveryField(booking, reason) },
          ]),
    ),
  fc.uuid().map(
    (id): Step =>
      (day) =>
        recorded(day, id as EventId),
  ),
  fc
    .array(
      fc.record(
        { tripId: fc.uuid(), kind: fc.constantFrom("pickup" as const, "dropoff" as const) },
        { noNullPrototype: true },
      ),
    )
    .map(
      (visits): Step =>
        () => [{ kind: "plan-changed", plan: { routes: [{ dutyId: "D", visits }] } }],
    ),
);

/** A new field of a booking does not compile here before it is stored. */
const withEveryField = (booking: Booking, reason: string) =>
  ({
    id: booking.id,
    memberId: booking.memberId,
    request: booking.request,
    promise: booking.promise,
    fare: booking.fare,
    boardingCode: booking.boardingCode,
    bookedAt: booking.bookedAt,
    state: "cancelled_by_rider",
    changedAt: at(2),
    cancellation: { at: at(3), reason },
    freed: { dutyId: "D2" as DutyId, at: at(3) },
  }) satisfies Required<Booking>;

const firstBooking = (day: Day): readonly Booking[] => [...day.bookings.values()].slice(0, 1);

function recorded(day: Day, id: EventId): readonly Change[] {
  const [booking] = firstBooking(day);
  const head = { id, dutyId: "D1" as TaskEvent["dutyId"], at: at(4) };
  const undone = day.taskEvents.find(({ kind }) => kind === "boarded")?.id;
  const isUndone = day.taskEvents.some((event) => event.kind === "undone" && event.eventId === undone);
  const event: TaskEvent =
    undone !== undefined && !isUndone
      ? { ...head, kind: "undone", eventId: undone }
      : booking === undefined
        ? { ...head, kind: "delayed", by: 300 as never, cause: "weather" }
        : { ...head, kind: "boarded", bookingId: booking.id as BookingId };
  return [{ kind: "task-recorded", event }];
}

test("a booking of every field is found again as it was written, on its day, by its id and by its member", async () => {
  const date = serviceDate("2028-01-03");
  const booking = withEveryField(bookingOf("every-field", member, date), "急用");
  await it.store.decideOnDay(
    change(TOWN, () => [{ kind: "booking-confirmed", booking }], { serviceDate: date }),
  );
  await it.store.inTenant(TOWN, async (tx) => {
    expect((await tx.loadDay(SERVICE, date)).bookings.get(booking.id)).toStrictEqual(booking);
    expect(await tx.findBooking(booking.id)).toStrictEqual(booking);
    expect(await tx.listBookingsOf(member)).toContainEqual(booking);
  });
});

test("[SAP-7.2-3] a rotation of the data key seals reasons of cancellation anew, and they stay readable", async () => {
  const date = serviceDate("2028-01-04");
  const booking = withEveryField(bookingOf("rotated", member, date), "急用");
  await it.store.decideOnDay(
    change(TOWN, () => [{ kind: "booking-confirmed", booking }], { serviceDate: date }),
  );
  expect(await it.store.rotateDataKey(TOWN, DESK, T0)).toBe(2);
  const { rows } = await asOwner(it.ownerUrl, (client) =>
    client.query(
      "SELECT DISTINCT get_byte(cancellation_reason, 0) AS version FROM noriai.bookings WHERE cancelled_at IS NOT NULL",
    ),
  );
  expect(rows).toEqual([{ version: 2 }]);
  expect(await it.store.inTenant(TOWN, (tx) => tx.findBooking(booking.id))).toStrictEqual(booking);
});
