import { epochSeconds, minutes } from "@noriai/kernel";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type PromisedRide, promisedRides, punctuality, serviceReport } from "../src/index.ts";
import { ADay } from "./a-day.ts";
import { departAt, jst, monday } from "./a-world.ts";

/** Promised to be fetched by 10:10 and to be there by 10:40; times as recorded, with seconds where they matter. */
const ride = (
  boarded?: string,
  alighted?: string,
  state: PromisedRide["state"] = "completed",
): PromisedRide => ({
  promisedPickupTo: monday("10:10"),
  promisedArriveBy: monday("10:40"),
  boardedAt: boarded === undefined ? undefined : jst(`2022-11-28 ${boarded}`),
  alightedAt: alighted === undefined ? undefined : jst(`2022-11-28 ${alighted}`),
  state,
});

describe("[SAP-5.4-6] whether promises were kept", () => {
  test("01 where nobody rode there is nothing to keep, and no share of it", () => {
    const nothing = { all: 0, kept: 0, late: 0, keptPermille: undefined, lateness: undefined };
    expect(punctuality([])).toEqual({ pickups: nothing, arrivals: nothing, calledOff: 0 });
  });

  test("02 the last second of the window is in time, the next one is late", () => {
    expect(punctuality([ride("10:10:00")]).pickups).toMatchObject({ all: 1, kept: 1, late: 0 });
    expect(punctuality([ride("10:10:01")]).pickups).toMatchObject({
      ...{ all: 1, kept: 0, late: 1, keptPermille: 0 },
      lateness: { median: 1, largest: 1 },
    });
  });

  test("03 who boards before the window begins is in time", () => {
    expect(punctuality([ride("09:50")]).pickups).toMatchObject({ kept: 1, keptPermille: 1000 });
  });

  test("04 an arrival is held to the latest arrival, however late the pickup was", () => {
    const { pickups, arrivals } = punctuality([ride("10:20", "10:40"), ride("10:05", "10:41")]);
    expect([pickups.kept, pickups.late]).toEqual([1, 1]);
    expect([arrivals.kept, arrivals.late]).toEqual([1, 1]);
  });

  test("05 who is still aboard has no arrival yet", () => {
    expect(punctuality([ride("10:05", undefined, "riding")])).toMatchObject({
      pickups: { all: 1 },
      arrivals: { all: 0, keptPermille: undefined },
    });
  });

  test("06 of the late ones it tells the greatest delay and the one in the middle; of two, the greater", () => {
    const late = (...times: string[]) => punctuality(times.map((time) => ride(time))).pickups.lateness;
    expect(late("10:05", "10:11", "10:40", "10:13")).toEqual({ median: minutes(3), largest: minutes(30) });
    expect(late("10:11", "10:13")).toEqual({ median: minutes(3), largest: minutes(3) });
  });

  test("07 a share is rounded down: one late ride among two thousand leaves no full thousand", () => {
    const rides = [...Array(1999).fill(ride("10:05")), ride("10:11")];
    expect(punctuality(rides).pickups.keptPermille).toBe(999);
  });

  test("08 what the operator called off is a promise not kept; what riders called off or missed is not counted", () => {
    const off = (
      ["cancelled_by_operator", "suspended", "cancelled_by_rider", "no_show", "confirmed"] as const
    ).map((state) => ride(undefined, undefined, state));
    expect(punctuality(off)).toMatchObject({ pickups: { all: 0 }, arrivals: { all: 0 }, calledOff: 2 });
  });

  test("whatever was recorded: kept and late are all, and the middle delay is no greater than the greatest", () => {
    const at = fc.option(fc.integer({ min: -3600, max: 3600 }), { nil: undefined });
    const when = (from: number, by: number | undefined) =>
      by === undefined ? undefined : epochSeconds(from + by);
    fc.assert(
      fc.property(fc.array(fc.record({ boarded: at, alighted: at }), { maxLength: 40 }), (all) => {
        const { pickups, arrivals } = punctuality(
          all.map(({ boarded, alighted }) => ({
            ...ride(),
            boardedAt: when(monday("10:10"), boarded),
            alightedAt: when(monday("10:40"), alighted),
          })),
        );
        expect(pickups.all).toBe(all.filter(({ boarded }) => boarded !== undefined).length);
        for (const { all: count, kept, late, keptPermille, lateness } of [pickups, arrivals]) {
          expect(kept + late).toBe(count);
          expect(keptPermille === 1000).toBe(count > 0 && late === 0);
          expect(lateness === undefined).toBe(late === 0);
          if (lateness !== undefined) expect(lateness.median).toBeLessThanOrEqual(lateness.largest);
        }
      }),
    );
  });
});

describe("the promise that counts", () => {
  const reported = (given: ADay) => serviceReport({ service: given.service, days: [given.day] }).punctuality;

  test("stays what was told at the yes, though the delay was told in time", () => {
    const given = new ADay();
    const { id, promise } = given.booked("09:00");
    given.happens("09:55", { kind: "delayed", by: minutes(20), cause: "traffic" });
    given.happens("10:20", { kind: "boarded", bookingId: id });
    const by = monday("10:20") - promise.pickupTo;
    expect(reported(given).pickups).toMatchObject({ late: 1, lateness: { largest: by } });
    expect(by).toBe(minutes(10));
  });

  test("is that of the change, where the rider changed the ride", () => {
    const given = new ADay();
    const old = given.booked("09:00");
    const { id } = given.booked("09:01", { replaces: old.id, time: departAt(monday("11:00")) });
    given.happens("11:05", { kind: "boarded", bookingId: id });
    expect(reported(given).pickups).toMatchObject({ all: 1, kept: 1 });
  });

  test("is counted alike from a whole day and from promises and deeds alone; what was taken back did not happen", () => {
    const given = new ADay();
    const { id } = given.booked("09:00");
    given.happens("10:20", { kind: "boarded", bookingId: id, id: "e1" });
    given.happens("10:21", { kind: "undone", eventId: "e1" as never });
    given.happens("10:22", { kind: "boarded", bookingId: id });
    given.happens("10:30", { kind: "alighted", bookingId: id, id: "e2" });
    given.happens("10:31", { kind: "undone", eventId: "e2" as never });
    const { bookings, taskEvents } = given.day;
    const counted = punctuality(promisedRides({ bookings: [...bookings.values()], taskEvents }));
    expect(counted).toEqual(reported(given));
    expect(counted).toMatchObject({ pickups: { lateness: { largest: minutes(12) } }, arrivals: { all: 0 } });
  });
});
