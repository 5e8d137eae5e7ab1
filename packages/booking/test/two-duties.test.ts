import { type BookingId, seconds, timeOfDay } from "@noriai/kernel";
import { describe, expect, test } from "vitest";
import { scheduleOf } from "../src/index.ts";
import { ADay } from "./a-day.ts";
import { aCalendar, aService, aVehicle } from "./a-service.ts";
import { departAt, member, monday, stop } from "./a-world.ts";

/** One vehicle, from nine to twelve and again from one to three. */
const SERVICE = aService({
  vehicles: [aVehicle(1)],
  calendar: aCalendar({
    hours: [
      { from: timeOfDay("09:00"), to: timeOfDay("12:00") },
      { from: timeOfDay("13:00"), to: timeOfDay("15:00") },
    ],
  }),
});

const S1_TO_S9 = { from: stop("S1"), to: stop("S9") };

/** A rider at half past eleven, another at five past one. */
function aDayInTwo(): { readonly given: ADay; readonly morning: BookingId; readonly afternoon: BookingId } {
  const given = new ADay(SERVICE);
  const morning = given.booked("09:00", { ...S1_TO_S9, time: departAt(monday("11:30")) });
  const later = { ...S1_TO_S9, memberId: member("m2"), time: departAt(monday("13:05")) };
  const afternoon = given.booked("09:00", later);
  return { given, morning: morning.id, afternoon: afternoon.id };
}

const atRiskOf = (given: ADay, time: string) => scheduleOf(given.worldAt(time), given.day).atRisk;
const pickupOf = (given: ADay, time: string, id: BookingId) =>
  scheduleOf(given.worldAt(time), given.day).rides.get(id)!.pickupAt;

describe("a vehicle with two duties", () => {
  test("late in the first, it is late in the second, and those riders are on the call list too", () => {
    const { given, morning, afternoon } = aDayInTwo();
    expect(atRiskOf(given, "11:20")).toEqual([]);
    given.happens("11:35", { kind: "delayed", by: seconds(90 * 60), cause: "traffic" });
    expect(atRiskOf(given, "11:36").map(({ bookingId }) => bookingId)).toEqual([morning, afternoon]);
    expect(pickupOf(given, "11:36", afternoon)).toBeGreaterThan(monday("13:15"));
  });

  test("nobody new is promised the second before it can be back from the first", () => {
    const wish = { ...S1_TO_S9, memberId: member("m3"), time: departAt(monday("13:00")) };
    const { given } = aDayInTwo();
    expect(given.ask("11:36", wish).kind).toBe("quote");
    const late = aDayInTwo().given;
    late.happens("11:35", { kind: "delayed", by: seconds(90 * 60), cause: "traffic" });
    expect(late.ask("11:36", wish)).toMatchObject({
      kind: "refusal",
      refusal: { rejections: [{ kind: "no-vehicle" }] },
    });
  });

  test("one that is free went home: standing far off since noon, it begins the second as planned", () => {
    const { given, morning, afternoon } = aDayInTwo();
    given.happens("11:30", { kind: "arrived", stopId: stop("S1") });
    given.happens("11:31", { kind: "boarded", bookingId: morning });
    given.happens("11:40", { kind: "arrived", stopId: stop("S9") });
    given.happens("11:41", { kind: "alighted", bookingId: morning });
    for (const time of ["11:50", "12:59", "13:04"]) {
      expect(pickupOf(given, time, afternoon), time).toBe(monday("13:05"));
      expect(atRiskOf(given, time), time).toEqual([]);
    }
  });

  test("once the second is under way, what nobody recorded of the first makes nobody late", () => {
    const { given, morning, afternoon } = aDayInTwo();
    given.happens("11:30", { kind: "arrived", stopId: stop("S1") });
    given.happens("11:31", { kind: "boarded", bookingId: morning }); // the driver forgets that she alighted
    const [, second] = given.day.duties;
    given.happens("13:05", { kind: "arrived", stopId: stop("S1") }, second!.id);
    given.happens("13:06", { kind: "boarded", bookingId: afternoon }, second!.id);
    expect(atRiskOf(given, "13:07").map(({ bookingId }) => bookingId)).not.toContain(afternoon);
  });
});
