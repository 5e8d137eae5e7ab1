import { describe, expect, test } from "vitest";
import { decideImprove, scheduleOf } from "../src/index.ts";
import { ADay } from "./a-day.ts";
import { aService, aVehicle } from "./a-service.ts";
import { aParty, departAt, member, monday, stop } from "./a-world.ts";

const effort = { seed: 1, iterations: 2000 };
const TWO = aService({ vehicles: [aVehicle(1, { seats: 4 }), aVehicle(2, { seats: 4 })] });

/**
 * Two riders of the same way ride in two vehicles, because a party of three sat in the first while they booked; then the
 * three call off.
 */
function aWastefulDay() {
  const given = new ADay(TWO);
  const a = given.booked("09:00", { memberId: member("m1") });
  const three = given.booked("09:00", { memberId: member("m2"), party: aParty({ general: 3 }) });
  const b = given.booked("09:01", { memberId: member("m3"), party: aParty({ general: 2 }) });
  given.cancel("09:02", { bookingId: three.id, by: { kind: "operator" } });
  return { given, a, b };
}

const dutyOf = (given: ADay, id: string) =>
  given.day.plan.routes.find(({ visits }) => visits.some(({ tripId }) => tripId === id))?.dutyId;

describe("a plan made better between bookings", () => {
  test("two vehicles on the same way become one; promises and bookings stay as they were told", () => {
    const { given, a, b } = aWastefulDay();
    expect(dutyOf(given, a.id)).not.toBe(dutyOf(given, b.id));
    const { answer, day, changes } = decideImprove(given.worldAt("09:05"), given.day, effort);
    expect(answer).toMatchObject({ kind: "improved" });
    if (answer.kind === "improved") expect(answer.after).toBeLessThan(answer.before);
    expect(changes.map(({ kind }) => kind)).toEqual(["plan-changed"]);
    expect(day.bookings).toEqual(given.day.bookings);
    expect(scheduleOf(given.worldAt("09:05"), day).atRisk).toEqual([]);
    expect(day.plan.routes.filter(({ visits }) => visits.length > 0)).toHaveLength(1);
  });

  test("the same seed and iterations give the same plan, byte for byte", () => {
    const { given } = aWastefulDay();
    const once = () => JSON.stringify(decideImprove(given.worldAt("09:05"), given.day, effort).day.plan);
    expect(once()).toBe(once());
  });

  test("the duty that lost its rider remembers whom it gave away, and the rider's ticket shows the other vehicle", () => {
    const { given, a, b } = aWastefulDay();
    const { answer, day } = decideImprove(given.worldAt("09:05"), given.day, effort);
    const moved = answer.kind === "improved" ? answer.moved : [];
    expect(moved).toHaveLength(1);
    const [id] = moved;
    const was = dutyOf(given, id!);
    expect(day.duties.find((duty) => duty.id === was)?.gaveAway).toEqual([id]);
    const rides = scheduleOf(given.worldAt("09:05"), day).rides;
    expect(rides.get(a.id)?.vehicleId).toBe(rides.get(b.id)?.vehicleId);
  });

  test("a plan that is good already is left alone, and so is the day", () => {
    const { given } = aWastefulDay();
    const better = decideImprove(given.worldAt("09:05"), given.day, effort).day;
    const again = decideImprove(given.worldAt("09:06"), better, effort);
    expect(again).toEqual({ answer: { kind: "unchanged" }, day: better, changes: [] });
  });

  test("whoever a vehicle has set out for keeps that vehicle", () => {
    const { given, a, b } = aWastefulDay();
    // 10:00 is the promised pickup at the stop beside the depot: by then both vehicles are on their way.
    const { day } = decideImprove(given.worldAt("10:00"), given.day, effort);
    for (const { id } of [a, b]) expect(dutyOf({ day } as ADay, id)).toBe(dutyOf(given, id));
  });

  test("a stop that the service no longer has: its rider keeps the place in the plan, the others are improved", () => {
    const { given, a, b } = aWastefulDay();
    const lost = given.booked("09:03", {
      memberId: member("m4"),
      from: stop("S3"),
      to: stop("S6"),
      time: departAt(monday("13:00")),
    });
    const world = given.worldAt("09:05");
    const service = { ...TWO, stops: TWO.stops.filter(({ id }) => id !== "S6") };
    const stops = new Map([...world.travel.stops].filter(([id]) => id !== "S6"));
    const known = { ...world, service, travel: { ...world.travel, stops } };
    const { answer, day } = decideImprove(known, given.day, effort);
    expect(answer.kind).toBe("improved");
    const of = (id: string) => day.plan.routes.flatMap(({ visits }) => visits).filter((v) => v.tripId === id);
    expect([a, b, lost].map(({ id }) => of(id).map(({ kind }) => kind))).toEqual(
      Array(3).fill(["pickup", "dropoff"]),
    );
    expect(dutyOf({ day } as ADay, lost.id)).toBe(dutyOf(given, lost.id));
  });
});

describe("a terminal that has not heard of the new plan", () => {
  test("its driver fetches the rider all the same: the rider is aboard there, and the plan follows", () => {
    const { given } = aWastefulDay();
    const improved = decideImprove(given.worldAt("09:05"), given.day, effort);
    const id = improved.answer.kind === "improved" ? improved.answer.moved[0]! : undefined!;
    const was = dutyOf(given, id)!;
    given.day = improved.day;
    const happen = (time: string, event: Parameters<ADay["happens"]>[1]) =>
      given.happens(time, event, given.day.duties.find((duty) => duty.id === was)!.id);
    expect(happen("10:00", { kind: "arrived", stopId: stop("S1") }).kind).toBe("recorded");
    expect(happen("10:01", { kind: "boarded", bookingId: id }).kind).toBe("recorded");
    expect(dutyOf(given, id)).toBe(was);
    expect(given.booking(id).state).toBe("riding");
    expect(happen("10:15", { kind: "alighted", bookingId: id }).kind).toBe("recorded");
  });

  test("a driver from whom nobody was taken cannot fetch another vehicle's rider", () => {
    const { given, a } = aWastefulDay();
    const other = given.day.duties.find(({ id }) => id !== dutyOf(given, a.id))!.id;
    expect(given.happens("10:01", { kind: "boarded", bookingId: a.id }, other)).toMatchObject({
      kind: "refused",
      rejection: { kind: "other-duty" },
    });
  });
});
