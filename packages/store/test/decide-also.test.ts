import type { MemberId, ServiceDate, TenantId } from "@noriai/kernel";
import { serviceDate } from "@noriai/kernel";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { DayCommand, OneDayCommand, Store } from "../src/door.ts";
import { openTestStore, type TestStore } from "../src/testing.ts";
import { HANAKO } from "./support/fill.ts";
import { asOwner } from "./support/owner.ts";
import { bookingOf, change, DESK, decisionOf, MONDAY, SERVICE, T0 } from "./support/town.ts";

const TUESDAY = serviceDate("2026-12-01");
let it: TestStore;
let town: TenantId;
let member: MemberId;
beforeAll(async () => {
  it = await openTestStore();
});
afterAll(() => it.close());

let towns = 0;
beforeEach(async () => {
  town = `town-${++towns}` as TenantId;
  await it.store.createTenant({ id: town, name: town });
  member = await it.store.inTenant(town, async (tx) => {
    await tx.saveService(SERVICE, DESK, T0);
    return (await tx.addMember(HANAKO, DESK, T0)).id;
  });
});

const book = (id: string, date: ServiceDate): OneDayCommand<string> => ({
  service: SERVICE,
  serviceDate: date,
  actor: DESK,
  now: T0,
  decide: (day) =>
    decisionOf(
      day,
      [{ kind: "booking-confirmed", booking: bookingOf(id, member, date) }],
      `${id} in version ${day.version + 1}`,
    ),
});

/** Books on one date and, in the same transaction, on another. */
async function bookBoth(
  store: Store,
  first: OneDayCommand<string>,
  second: OneDayCommand<string>,
  between: () => Promise<void> = async () => undefined,
): Promise<readonly string[]> {
  let also = "";
  const after: DayCommand<string>["after"] = async (tx) => {
    await between();
    also = await tx.decideAlso(second);
  };
  const answer = await store.decideOnDay({ ...first, tenant: town, after });
  return [answer, also];
}

const days = () =>
  it.store.inTenant(town, async (tx) => {
    const both = [await tx.loadDay(SERVICE, MONDAY), await tx.loadDay(SERVICE, TUESDAY)];
    return both.map(({ version, bookings }) => ({ version, bookings: [...bookings.keys()].sort() }));
  });

/** How many rows of this town tell of anything on a day. */
const countRows = () =>
  asOwner(it.ownerUrl, async (client) => {
    const counts: Record<string, number> = {};
    for (const table of ["plans", "bookings", "promises", "audit_events", "outbox"]) {
      const { rows } = await client.query(`SELECT count(*)::int FROM noriai.${table} WHERE tenant_id = $1`, [
        town,
      ]);
      counts[table] = rows[0].count;
    }
    return counts;
  });

test("a second date is decided under its own lock and written with plan, ledger, audit and outbox", async () => {
  await it.store.decideOnDay({ ...book("B0", TUESDAY), tenant: town });
  const before = await countRows();
  const answers = await bookBoth(it.store, book("B1", MONDAY), book("B2", TUESDAY));
  expect(answers).toEqual(["B1 in version 1", "B2 in version 2"]);
  expect(await days()).toEqual([
    { version: 1, bookings: ["B1"] },
    { version: 2, bookings: ["B0", "B2"] },
  ]);
  expect(await countRows()).toEqual({
    plans: before.plans! + 1,
    bookings: before.bookings! + 2,
    promises: before.promises! + 2,
    audit_events: before.audit_events! + 2,
    outbox: before.outbox! + 2,
  });
  const told = await it.store.inTenant(town, (tx) => tx.listOutboxSince(before.outbox!, 10));
  expect(told.map(({ event }) => event)).toEqual([
    { topic: "plan", serviceDate: MONDAY, version: 1 },
    { topic: "plan", serviceDate: TUESDAY, version: 2 },
  ]);
});

test("when the second decision throws nothing of the first stands", async () => {
  const before = await countRows();
  const broken: OneDayCommand<string> = {
    ...book("B2", TUESDAY),
    decide: () => {
      throw new Error("no seat on Tuesday");
    },
  };
  await expect(bookBoth(it.store, book("B1", MONDAY), broken)).rejects.toThrow("no seat on Tuesday");
  expect(await countRows()).toEqual(before);
  expect(await days()).toEqual([
    { version: 0, bookings: [] },
    { version: 0, bookings: [] },
  ]);
});

test("when a rule of the tables refuses the second date nothing of the first stands", async () => {
  const ghost = change(town, () => [
    { kind: "booking-cancelled", booking: bookingOf("B9", member, TUESDAY) },
  ]);
  const before = await countRows();
  const moving = bookBoth(it.store, book("B1", MONDAY), { ...ghost, serviceDate: TUESDAY });
  await expect(moving).rejects.toThrow("booking B9 stands on");
  expect(await countRows()).toEqual(before);
});

test("two changes in opposite order, each holding the date that the other wants, are both answered", async () => {
  await bookBoth(it.store, book("A0", MONDAY), book("B0", TUESDAY));
  const other = await it.openAnother();
  let holding = 0;
  let attempts = 0;
  const bothHold = async () => {
    attempts++;
    holding++;
    while (holding < 2) await new Promise((resolve) => setTimeout(resolve, 5));
  };
  const answers = await Promise.all([
    bookBoth(it.store, book("A1", MONDAY), book("A2", TUESDAY), bothHold),
    bookBoth(other, book("B1", TUESDAY), book("B2", MONDAY), bothHold),
  ]);
  expect(attempts).toBe(3); // one was the deadlock's victim and went again
  const versions = answers.flat().map((answer) => answer.split(" in version ")[1]);
  expect(versions.toSorted()).toEqual(["2", "2", "3", "3"]);
  expect(await days()).toEqual([
    { version: 3, bookings: ["A0", "A1", "B2"] },
    { version: 3, bookings: ["A2", "B0", "B1"] },
  ]);
});

test("the second date is decided on what its present writer leaves, not on what stood before", async () => {
  await it.store.decideOnDay({ ...book("B0", TUESDAY), tenant: town });
  const isHeld = Promise.withResolvers<void>();
  const mayGo = Promise.withResolvers<void>();
  const writer = it.store.decideOnDay({
    ...book("B-writer", TUESDAY),
    tenant: town,
    after: async () => {
      isHeld.resolve();
      await mayGo.promise;
    },
  });
  await isHeld.promise;
  const seen: number[] = [];
  const second = book("B2", TUESDAY);
  const watched: OneDayCommand<string> = {
    ...second,
    decide: (day, intakeStops) => {
      seen.push(day.bookings.size);
      return second.decide(day, intakeStops);
    },
  };
  const moving = bookBoth(it.store, book("B1", MONDAY), watched, async () => {
    setTimeout(mayGo.resolve, 100); // long enough to be waiting for the lock by then
  });
  expect(await moving).toEqual(["B1 in version 1", "B2 in version 3"]);
  await writer;
  expect(seen).toEqual([2]);
});
