import { describe, expect, test } from "vitest";
import { dayOpenings, decideQuote, type HourlessTrip } from "../src/index.ts";
import { ADay } from "./a-day.ts";
import { aParty, aRequest, departAt, MONDAY, member, monday, stop } from "./a-world.ts";

const TRIP: HourlessTrip = {
  memberId: member("m9"),
  serviceDate: MONDAY,
  from: stop("S1"),
  to: stop("S9"),
  party: aParty(),
  wheelchairs: 0,
};

/** "9 open | 10 few | …" as an hour of the clock and what is said of it. */
function drawn(given: ADay, time: string, trip: Partial<HourlessTrip> = {}): string {
  const hours = dayOpenings(given.worldAt(time), given.day, { ...TRIP, ...trip });
  return [...hours]
    .map(({ from, state }) => `${Math.round((from - monday("00:00")) / 3600)} ${state}`)
    .join(" | ");
}

describe("[SAP-5.2-2] the room left in each hour of a day", () => {
  test("an empty day is open in every hour whose rides end in time", () => {
    expect(drawn(new ADay(), "08:00")).toMatch(
      /^9 open \| 10 open \| 11 open \| 12 open \| 13 open \| 14 (open|few)$/,
    );
  });

  test("hours that can no longer be asked for are closed", () => {
    expect(drawn(new ADay(), "11:31")).toMatch(/^9 closed \| 10 closed \| 11 closed \| 12 (open|few) \|/);
  });

  test("an hour in which the vehicle is full all the time is full, and the ones far from it stay open", () => {
    const given = new ADay();
    for (const time of ["10:00", "10:20", "10:40", "11:00", "11:20"])
      given.booked("08:00", {
        memberId: member(`m-${time}`),
        party: aParty({ general: 8 }),
        time: departAt(monday(time)),
      });
    const hours = drawn(given, "08:00", { party: aParty({ general: 8 }) });
    expect(hours).toMatch(/10 full/);
    expect(hours).toMatch(/13 open/);
  });

  test("[FIELD-10] the one wheelchair place is room that only a wheelchair misses", () => {
    const given = new ADay();
    given.booked("08:00", { wheelchairs: 1, time: departAt(monday("10:00")) });
    expect(drawn(given, "08:00")).toMatch(/10 open/);
    expect(drawn(given, "08:00", { wheelchairs: 1 })).toMatch(/10 few/);
  });

  test("what it calls open can be had: asking at the first time it names gives an offer", () => {
    const given = new ADay();
    given.booked("08:00", { party: aParty({ general: 8 }), time: departAt(monday("10:00")) });
    for (const { first, state } of dayOpenings(given.worldAt("08:00"), given.day, TRIP)) {
      expect(first === undefined).toBe(state === "full" || state === "closed");
      if (first === undefined) continue;
      const request = aRequest({ memberId: TRIP.memberId, time: departAt(first) });
      expect(decideQuote(given.worldAt("08:00"), given.day, request).answer.kind).toBe("quote");
    }
  });

  test("a rider is not told of room in an hour that her own booking fills", () => {
    const given = new ADay();
    given.booked("08:00", { memberId: TRIP.memberId, time: departAt(monday("10:00")) });
    const [, ten] = [...dayOpenings(given.worldAt("08:00"), given.day, TRIP)];
    expect(ten!.first).not.toBe(monday("10:00"));
  });
});
