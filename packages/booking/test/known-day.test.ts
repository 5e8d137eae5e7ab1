import { describe, expect, test } from "vitest";
import { decideConfirm, decideQuote, isVehicleOnTheWay, type Service, scheduleOf } from "../src/index.ts";
import { ADay } from "./a-day.ts";
import { aService, aVehicle } from "./a-service.ts";
import { aRequest, aWorld, departAt, member, monday, stop } from "./a-world.ts";

/** m1 rides from S1 to S9 in the first vehicle, m2 at the same time from S4 to S6. */
function aBookedDay() {
  const given = new ADay(aService({ vehicles: [aVehicle(1), aVehicle(2)] }));
  const a = given.booked("09:00");
  const b = given.booked("09:00", { memberId: member("m2"), from: stop("S4"), to: stop("S6") });
  return { given, a, b };
}

const worldOf = (service: Service, time: string) =>
  aWorld({ now: monday(time), service, newId: () => "new" });

const later = (service: Service) => {
  const request = aRequest({
    memberId: member("m3"),
    from: stop("S2"),
    to: stop("S3"),
    time: departAt(monday("10:05")),
  });
  return (day: ADay["day"]) => decideQuote(worldOf(service, "09:10"), day, request);
};

describe("a stop that the service no longer has", () => {
  const withoutS9 = ({ service }: ADay) => ({
    ...service,
    stops: service.stops.filter(({ id }) => id !== "S9"),
  });

  test("others are still answered, and the booking keeps its place in the plan", () => {
    const { given, a } = aBookedDay();
    const { answer, day } = later(withoutS9(given))(given.day);
    expect(answer.kind).toBe("quote");
    const visits = day.plan.routes.flatMap((route) => route.visits);
    expect(visits.filter(({ tripId }) => tripId === a.id)).toHaveLength(2);
    expect(visits.filter(({ tripId }) => tripId === "new")).toHaveLength(2);
  });

  test("the schedule tells everything else, also after its rider has boarded", () => {
    const { given, a, b } = aBookedDay();
    given.happens("10:00", { kind: "arrived", stopId: stop("S1") });
    given.happens("10:01", { kind: "boarded", bookingId: a.id });
    const schedule = scheduleOf(worldOf(withoutS9(given), "10:01"), given.day);
    expect([...schedule.rides.keys()]).toEqual([b.id]);
    expect(schedule.duties).toHaveLength(2);
    expect(isVehicleOnTheWay(worldOf(withoutS9(given), "10:01"), given.day, a.id)).toBe(false);
  });

  test.each(["09:01", "09:05"])("an offer to it is not confirmed at %s", (time) => {
    const given = new ADay();
    const { id } = given.offered("09:00");
    const confirm = { quoteId: id, memberId: member("m1") };
    expect(decideConfirm(worldOf(withoutS9(given), time), given.day, confirm).answer).toEqual({
      kind: "expired",
    });
  });
});

describe("a vehicle that the service no longer has", () => {
  test("its duty is not driven, and the other vehicle is offered", () => {
    const { given } = aBookedDay();
    const onlySecond = { ...given.service, vehicles: [aVehicle(2)] };
    const { answer, day } = later(onlySecond)(given.day);
    expect(answer).toMatchObject({ kind: "quote", quote: { offer: { dutyId: "2022-11-28.v2.1" } } });
    expect(day.duties).toHaveLength(2);
    expect(day.plan.routes[0]).toEqual(given.day.plan.routes[0]);
    expect(scheduleOf(worldOf(onlySecond, "09:10"), day).duties.map(({ duty }) => duty.vehicleId)).toEqual([
      "v2",
    ]);
  });

  test("hours that were changed afterwards change no duty of a day that is planned", () => {
    const { given, a } = aBookedDay();
    const shorter = { ...given.service, calendar: { ...given.service.calendar, hours: [] } };
    expect(scheduleOf(worldOf(shorter, "09:10"), given.day).rides.has(a.id)).toBe(true);
  });
});
