import { bookingHistory, type Day } from "@noriai/booking";
import type { BookingId, TenantId } from "@noriai/kernel";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { dayStepsOf, type KeptDay } from "../src/decision-log/day-steps.ts";
import { openTestStore, type TestStore } from "../src/testing.ts";
import { BUSY_SERVICE, liveBusyDay } from "./support/busy-day.ts";
import { MONDAY } from "./support/town.ts";

const SEED = 20_261_131;
const TOWN = "busy-town" as TenantId;
let it: TestStore;
let kept: KeptDay;
let stored: Day;

beforeAll(async () => {
  it = await openTestStore();
  await it.store.createTenant({ id: TOWN, name: TOWN });
  await liveBusyDay(it.store, { tenant: TOWN, seed: SEED, wishes: 40 });
  await it.store.inTenant(TOWN, async (tx) => {
    kept = await tx.loadKeptDay(BUSY_SERVICE, MONDAY);
    stored = await tx.loadDay(BUSY_SERVICE, MONDAY);
  });
}, 60_000);
afterAll(() => it.close());

/** A day without what people typed. */
const withoutReasons = (day: Day): Day => ({
  ...day,
  bookings: new Map(
    [...day.bookings].map(([id, { cancellation, ...booking }]) => [
      id,
      cancellation === undefined ? booking : { ...booking, cancellation: { ...cancellation, reason: "" } },
    ]),
  ),
});

describe(`[SAP-5.4-5b] a busy day (seed ${SEED}) opened from what was kept of it`, () => {
  test("ends as the day that stands, and every step goes on from the one before", () => {
    const steps = dayStepsOf(MONDAY, kept)!;
    expect(steps.length).toBe(kept.lines.length);
    expect(steps.length).toBeGreaterThan(60);
    expect(steps.at(-1)!.after).toEqual(withoutReasons(stored));
    for (const [k, step] of steps.entries())
      if (k > 0 && steps[k - 1]!.after.version > 0) expect(step.before).toBe(steps[k - 1]!.after);
  });

  test("a change altered afterwards is noticed, and the day is not shown as if it had been so", () => {
    const index = kept.lines.findIndex(({ changes }) =>
      changes?.some(({ kind }) => kind === "booking-confirmed"),
    );
    const altered = kept.lines.map((line, k) =>
      k === index
        ? {
            ...line,
            changes: line.changes!.map((change) =>
              change.kind === "booking-confirmed"
                ? { ...change, booking: { ...change.booking, boardingCode: "0000x" } }
                : change,
            ),
          }
        : line,
    );
    expect(dayStepsOf(MONDAY, { ...kept, lines: altered })).toBeUndefined();
    expect(dayStepsOf(MONDAY, { ...kept, lines: kept.lines.slice(1) })).toBeUndefined();
  });

  test("plans are kept by their new routes only, which takes less than whole plans would", () => {
    const lengthOf = (all: readonly { readonly changes: unknown }[]) =>
      all.reduce((sum, { changes }) => sum + JSON.stringify(changes).length, 0);
    const withPlan = (no: number) => kept.lines[no - 1]!.changes!.some(({ kind }) => kind === "plan-changed");
    const whole = lengthOf(dayStepsOf(MONDAY, kept)!.filter(({ no }) => withPlan(no)));
    expect(lengthOf(kept.lines.filter(({ no }) => withPlan(no)))).toBeLessThan(whole * 0.75);
  });

  test("each booking's history begins with its offer and tells every promise and every vehicle it had", () => {
    const steps = dayStepsOf(MONDAY, kept)!;
    let moves = 0;
    for (const { id, promise } of stored.bookings.values()) {
      const history = bookingHistory({ bookingId: id, steps, calls: [] });
      expect(history[0]!.kind, id).toBe("offered");
      const told = history.flatMap((entry) =>
        entry.kind === "booked" ? [entry.promise] : entry.kind === "changed" ? [entry.after.promise] : [],
      );
      expect(told.at(-1), id).toEqual(promise);
      moves += history.filter(({ kind }) => kind === "moved").length;
      for (const [k, entry] of history.entries())
        if (k > 0) expect(entry.at).toBeGreaterThanOrEqual(history[k - 1]!.at);
    }
    expect(moves).toBeGreaterThan(0);
    expect(bookingHistory({ bookingId: "nobody" as BookingId, steps, calls: [] })).toEqual([]);
  });
});
