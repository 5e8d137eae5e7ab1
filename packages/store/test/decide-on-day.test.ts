import type { BookingId, MemberId, QuoteId, TenantId } from "@noriai/kernel";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openTestStore, type TestStore } from "../src/testing.ts";
import { HANAKO } from "./support/fill.ts";
import { asOwner } from "./support/owner.ts";
import {
  bookingOf,
  change,
  DESK,
  decisionOf,
  MONDAY,
  quoteOf,
  refusalOf,
  SERVICE,
  T0,
} from "./support/town.ts";

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

const loadMonday = () => it.store.inTenant(town, (tx) => tx.loadDay(SERVICE, MONDAY));
const book = (id: string) => [{ kind: "booking-confirmed", booking: bookingOf(id, member) }] as const;

/** Rows of a table of this town. */
const rowsOf = (table: string): Promise<Record<string, unknown>[]> =>
  asOwner(it.ownerUrl, async (client) => {
    const { rows } = await client.query(`SELECT * FROM noriai.${table} WHERE tenant_id = $1 ORDER BY 1, 2`, [
      town,
    ]);
    return rows;
  });

describe("a decision", () => {
  test("on an untouched date sees an open day of version 0 with the duties of the calendar", async () => {
    const day = await loadMonday();
    expect(day.version).toBe(0);
    expect(day.duties.map(({ vehicleId }) => vehicleId)).toEqual(["V1"]);
    expect([day.bookings.size, day.quotes.size, day.taskEvents.length]).toEqual([0, 0, 0]);
  });

  test("that changes nothing writes nothing, but its answer can be remembered", async () => {
    const after: unknown[] = [];
    const answer = await it.store.decideOnDay(
      change(town, () => [], {
        after: async (tx, said, day) => {
          after.push(said, day.version);
          await tx.appendAudit({ event: "report-exported", subject: "x" }, DESK, T0);
        },
      }),
    );
    expect([answer, ...after]).toEqual(["done", "done", 0]);
    expect(await rowsOf("plans")).toEqual([]);
    expect((await rowsOf("audit_events")).map(({ event }) => event)).toContain("report-exported");
  });

  test("writes booking, ledger, audit and outbox together, one version later", async () => {
    await it.store.decideOnDay(change(town, () => [{ kind: "quote-held", quote: quoteOf("B1", member) }]));
    await it.store.decideOnDay(
      change(town, () => [
        { kind: "quote-closed", quoteId: "B1" as QuoteId, because: "confirmed" },
        ...book("B1"),
      ]),
    );
    const day = await loadMonday();
    expect(day.version).toBe(2);
    expect([...day.bookings.values()]).toEqual([bookingOf("B1", member)]);
    expect(day.quotes.size).toBe(0);
    expect((await rowsOf("promises")).map(({ booking_id, occasion }) => [booking_id, occasion])).toEqual([
      ["B1", "quoted"],
      ["B1", "confirmed"],
    ]);
    const audit = await it.store.inTenant(town, (tx) => tx.listAudit(3));
    expect(audit.map(({ event, subject }) => [event, subject])).toEqual([
      ["booking-confirmed", "B1"],
      ["quote-closed", "B1"],
      ["quote-held", "B1"],
    ]);
    expect((await rowsOf("outbox")).map(({ outbox_id, event }) => [outbox_id, event])).toEqual([
      ["1", { topic: "plan", serviceDate: MONDAY, version: 1 }],
      ["2", { topic: "plan", serviceDate: MONDAY, version: 2 }],
    ]);
  });

  test("whose `after` throws leaves nothing behind", async () => {
    const before = await Promise.all(["plans", "bookings", "promises", "audit_events", "outbox"].map(rowsOf));
    const deciding = it.store.decideOnDay(
      change(town, () => book("B1"), {
        after: async () => {
          throw new Error("no answer today");
        },
      }),
    );
    await expect(deciding).rejects.toThrow("no answer today");
    expect(
      await Promise.all(["plans", "bookings", "promises", "audit_events", "outbox"].map(rowsOf)),
    ).toEqual(before);
    expect((await loadMonday()).version).toBe(0);
  });

  test("that breaks a rule of the tables leaves nothing behind", async () => {
    await it.store.decideOnDay(change(town, () => book("B1")));
    await expect(it.store.decideOnDay(change(town, () => book("B1")))).rejects.toMatchObject({
      code: "23505",
    });
    const ghost = change(town, () => [{ kind: "booking-cancelled", booking: bookingOf("B9", member) }]);
    await expect(it.store.decideOnDay(ghost)).rejects.toThrow("booking B9 stands on");
    const stranger = [{ kind: "booking-confirmed", booking: bookingOf("B2", "nobody" as MemberId) }] as const;
    await expect(it.store.decideOnDay(change(town, () => stranger))).rejects.toMatchObject({ code: "23503" });
    expect((await loadMonday()).version).toBe(1);
  });

  test("keeps refusals as unmet demand, and finds bookings, quotes and days again", async () => {
    await it.store.decideOnDay(
      change(town, () => [{ kind: "request-refused", refusal: refusalOf("R1", member) }]),
    );
    await it.store.decideOnDay(
      change(town, () => [{ kind: "quote-held", quote: quoteOf("Q1", member) }, ...book("B1")]),
    );
    await it.store.inTenant(town, async (tx) => {
      const range = { from: MONDAY, to: MONDAY };
      expect(await tx.listRefusals(range)).toEqual([refusalOf("R1", member)]);
      expect(await tx.findBooking("B1" as BookingId)).toEqual(bookingOf("B1", member));
      expect(await tx.listBookingsOf(member)).toEqual([bookingOf("B1", member)]);
      expect(await tx.findQuoteDate("Q1")).toBe(MONDAY);
      expect(await tx.findQuoteDate("B1")).toBeUndefined();
      expect(await tx.loadDays(SERVICE, range)).toEqual([await tx.loadDay(SERVICE, MONDAY)]);
    });
  });
});

describe("two writers on one day", () => {
  test("in two servers: the slower one decides again on the moved plan", async () => {
    const other = await it.openAnother();
    await it.store.decideOnDay(change(town, () => book("B0")));
    const seen: number[] = [];
    // A writer of the other server holds the plan until this one has decided on its snapshot and waits for the lock.
    const fast = other.decideOnDay(
      change(town, () => book("B-fast"), { after: () => until(() => seen.length === 1) }),
    );
    await rowLockTaken();
    const answer = await it.store.decideOnDay(
      change(town, () => [], {
        decide: (day) => {
          seen.push(day.bookings.size);
          return decisionOf(day, book("B-slow"), `stands beside ${[...day.bookings.keys()].join(" and ")}`);
        },
      }),
    );
    await fast;
    expect(seen).toEqual([1, 2]);
    expect(answer).toBe("stands beside B0 and B-fast");
    const day = await loadMonday();
    expect([...day.bookings.keys()]).toEqual(["B0", "B-fast", "B-slow"]);
    expect(day.version).toBe(3);
  });

  test("200 at once in two servers for 8 seats: 8 are sold, everybody gets one answer", async () => {
    const other = await it.openAnother();
    const decide = (id: string) => (day: Parameters<ReturnType<typeof change>["decide"]>[0]) =>
      day.bookings.size < 8 ? decisionOf(day, book(id), "sold") : decisionOf(day, [], "full");
    const asked = Array.from({ length: 200 }, (_, index) =>
      (index % 2 ? it.store : other).decideOnDay({ ...change(town, () => []), decide: decide(`B${index}`) }),
    );
    const answers = await Promise.all(asked);
    expect(answers.filter((answer) => answer === "sold")).toHaveLength(8);
    expect(answers.filter((answer) => answer === "full")).toHaveLength(192);
    expect((await loadMonday()).bookings.size).toBe(8);
    expect(await rowsOf("bookings")).toHaveLength(8);
  });

  test("a refusal is written down, but moves neither the version nor anybody who follows the plan", async () => {
    await it.store.decideOnDay(change(town, () => book("B1")));
    await it.store.decideOnDay(
      change(town, () => [{ kind: "request-refused", refusal: refusalOf("R1", member) }]),
    );
    expect((await loadMonday()).version).toBe(1);
    expect(await rowsOf("refusals")).toHaveLength(1);
    expect(await rowsOf("outbox")).toHaveLength(1);
  });

  test("200 writers at once are all written, in numbered versions without a gap", async () => {
    const other = await it.openAnother();
    await Promise.all(
      Array.from({ length: 200 }, (_, index) =>
        (index % 2 ? it.store : other).decideOnDay(
          change(town, () => [{ kind: "quote-held", quote: quoteOf(`Q${index}`, member) }]),
        ),
      ),
    );
    expect((await loadMonday()).version).toBe(200);
    const told = (await rowsOf("outbox")).map(({ event }) => (event as { version: number }).version);
    expect(told.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 200 }, (_, index) => index + 1));
  });
});

const until = async (isTrue: () => boolean) => {
  while (!isTrue()) await new Promise((resolve) => setTimeout(resolve, 5));
};

const rowLockTaken = () =>
  asOwner(it.ownerUrl, async (client) => {
    const free = () =>
      client.query("SELECT FROM noriai.plans WHERE tenant_id = $1 FOR UPDATE SKIP LOCKED", [town]);
    while ((await free()).rowCount === 1) await new Promise((resolve) => setTimeout(resolve, 5));
  });
