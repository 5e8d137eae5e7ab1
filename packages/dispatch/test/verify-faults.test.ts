import { describe, expect, test } from "vitest";
import { type Plan, type Problem, type Schedule, schedule, type VisitTimes, verify } from "../src/index.ts";
import { at, type Day, given, places, trip } from "./picture.ts";

/** "V1: +r1 +r2 -r1 -r2" → a route, right or wrong. */
function plan(...routes: readonly string[]): Plan {
  return {
    routes: routes.map((text) => {
      const [dutyId, ...visits] = text.split(/:? /);
      return {
        dutyId: dutyId!,
        visits: visits.map((visit) => ({
          tripId: visit.slice(1),
          kind: visit.startsWith("+") ? ("pickup" as const) : ("dropoff" as const),
        })),
      };
    }),
  };
}

function town(duties: readonly string[], trips: Readonly<Record<string, string>>): Problem {
  const { problem } = given(...duties);
  return { ...problem, trips: Object.entries(trips).map(([id, text]) => trip(id, text)) };
}

const oneVehicle = ["V1 8seats 1chair @depot 9:00"];
const pair = town(oneVehicle, { r1: "A→C 9:30", r2: "B→C 9:30" });

test("a right plan has no violation, so whatever follows is found for the fault alone", () => {
  expect(verify({ problem: pair, plan: plan("V1: +r1 +r2 -r1 -r2") })).toEqual([]);
});

describe("a fault in the order of visits is caught", () => {
  test.each([
    [
      "a rider alights before boarding",
      plan("V1: +r1 -r2 +r2 -r1"),
      { kind: "dropoff-before-pickup", tripId: "r2" },
    ],
    ["a rider is never let out", plan("V1: +r1 +r2 -r1"), { kind: "dropoff-missing", tripId: "r2" }],
    [
      "a rider is let out who never boarded",
      plan("V1: +r1 -r2 -r1"),
      { kind: "pickup-missing", tripId: "r2" },
    ],
    ["a rider is forgotten", plan("V1: +r1 -r1"), { kind: "trip-not-planned", tripId: "r2" }],
    ["a rider is fetched twice", plan("V1: +r1 +r2 -r1 -r2 +r2"), { kind: "visited-twice", tripId: "r2" }],
    [
      "somebody unknown is fetched",
      plan("V1: +r1 +r2 -r1 -r2 +r9 -r9"),
      { kind: "unknown-trip", dutyId: "V1", tripId: "r9" },
    ],
    [
      "a duty is driven that does not exist",
      plan("V1: +r1 +r2 -r1 -r2", "V9: "),
      { kind: "unknown-duty", dutyId: "V9" },
    ],
    [
      "a duty is planned twice",
      plan("V1: +r1 +r2 -r1 -r2", "V1: "),
      { kind: "two-routes-for-one-duty", dutyId: "V1" },
    ],
  ])("%s", (_, wrong, violation) => {
    expect(verify({ problem: pair, plan: wrong })).toContainEqual(violation);
  });

  test("a rider changes vehicles on the way", () => {
    const problem = town([...oneVehicle, "V2 8seats @depot 9:00"], { r1: "A→C 9:30" });
    expect(verify({ problem, plan: plan("V1: +r1", "V2: -r1") })).toContainEqual({
      kind: "two-vehicles-for-one-trip",
      tripId: "r1",
    });
  });

  test("the stop that the vehicle is driving to is changed", () => {
    const driving = {
      dutyId: "V1",
      place: places.indexOf("depot"),
      freeAt: at("9:20"),
      done: [],
      drivingTo: { tripId: "r1", kind: "pickup" as const },
    };
    const problem = { ...pair, now: at("9:21"), progress: [driving] };
    expect(verify({ problem, plan: plan("V1: +r1 +r2 -r1 -r2") })).toEqual([]);
    expect(verify({ problem, plan: plan("V1: +r2 +r1 -r1 -r2") })).toContainEqual({
      kind: "not-driving-to-the-next-visit",
      dutyId: "V1",
      tripId: "r1",
    });
  });
});

describe("a fault in the load is caught", () => {
  test("[SAP-3.1-6] a ninth rider in a vehicle of eight seats", () => {
    const problem = town(oneVehicle, { r1: "A→C 9:30 x5", r2: "B→C 9:30 x4" });
    expect(verify({ problem, plan: plan("V1: +r1 +r2 -r1 -r2") })).toContainEqual({
      kind: "no-seat",
      dutyId: "V1",
      visit: 1,
      seatsShort: 1,
    });
  });

  test("riders already aboard count too", () => {
    const problem = town(oneVehicle, { r1: "A→C 9:30 x5", r2: "B→C 9:30 x4" });
    const boarded = { tripId: "r1", kind: "pickup" as const, at: at("9:30") };
    const progress = [{ dutyId: "V1", place: places.indexOf("A"), freeAt: at("9:30"), done: [boarded] }];
    expect(
      verify({ problem: { ...problem, now: at("9:30"), progress }, plan: plan("V1: +r2 -r1 -r2") }),
    ).toContainEqual({ kind: "no-seat", dutyId: "V1", visit: 0, seatsShort: 1 });
  });

  test("a second wheelchair where there is one place", () => {
    const problem = town(oneVehicle, { r1: "A→C 9:30 +1chair", r2: "B→C 9:30 +1chair" });
    expect(verify({ problem, plan: plan("V1: +r1 +r2 -r1 -r2") })).toContainEqual({
      kind: "no-wheelchair-place",
      dutyId: "V1",
      visit: 1,
      placesShort: 1,
    });
  });

  test("seven riders beside a wheelchair whose place removes two of the eight seats", () => {
    const problem = town(oneVehicle, { r1: "A→C 9:30 +1chair", r2: "B→C 9:30 x7" });
    expect(verify({ problem, plan: plan("V1: +r1 +r2 -r1 -r2") })).toContainEqual({
      kind: "no-seat",
      dutyId: "V1",
      visit: 1,
      seatsShort: 1,
    });
  });
});

describe("a fault in the times that no schedule can mend is caught", () => {
  test("a pickup window that has closed before the vehicle can be there", () => {
    const problem = town(oneVehicle, { r1: "A→C 9:30", r2: "A→B 9:35" });
    expect(verify({ problem, plan: plan("V1: +r1 -r1 +r2 -r2") })).toContainEqual({
      kind: "pickup-too-late",
      dutyId: "V1",
      tripId: "r2",
      seconds: 7 * 60,
    });
  });

  test("[SAP-5.1-1] an arrival after the time the rider asked to be there by", () => {
    const problem = town(oneVehicle, { r1: "A→C 9:30", r2: "B→C by 9:40" });
    expect(verify({ problem, plan: plan("V1: +r1 +r2 -r1 -r2") })).toContainEqual({
      kind: "dropoff-too-late",
      dutyId: "V1",
      tripId: "r2",
      seconds: 60,
    });
  });

  test("a ride longer than its limit, even when the rider is fetched as late as possible", () => {
    const problem = town(oneVehicle, { r1: "A→B 9:30", r2: "C→D 9:40" });
    expect(verify({ problem, plan: plan("V1: +r1 +r2 -r2 -r1") })).toContainEqual({
      kind: "ride-too-long",
      dutyId: "V1",
      tripId: "r1",
      seconds: (36 - 19) * 60,
    });
  });

  test("a vehicle that is home after its duty", () => {
    const problem = town(["V1 8seats @depot 9:00-10:00"], { r1: "A→C 9:30" });
    expect(verify({ problem, plan: plan("V1: +r1 -r1") })).toContainEqual({
      kind: "duty-ends-before",
      dutyId: "V1",
      seconds: 2 * 60,
    });
  });

  test("a promise broken by a new rider who is fetched first", () => {
    const problem = town(oneVehicle, { r1: "C→D 9:30", r2: "C→A 9:30" });
    expect(verify({ problem, plan: plan("V1: +r2 -r2 +r1 -r1") })).toContainEqual({
      kind: "pickup-too-late",
      dutyId: "V1",
      tripId: "r1",
      seconds: 12 * 60,
    });
  });

  test("a late rider made later still, judged against the plan before", () => {
    const late = { ...town(oneVehicle, { r1: "C→D 9:30", r2: "A→B 9:40" }), now: at("9:25") };
    const before = plan("V1: +r1 -r1");
    expect(
      verify({ problem: { ...late, trips: late.trips.slice(0, 1) }, plan: before, since: before }),
    ).toEqual([]);
    const minutesLater = verify({ problem: late, plan: plan("V1: +r2 -r2 +r1 -r1"), since: before });
    expect(minutesLater).toContainEqual({
      kind: "pickup-too-late",
      dutyId: "V1",
      tripId: "r1",
      seconds: 5 * 60,
    });
  });
});

describe("a fault in the times somebody wrote into a schedule is caught", () => {
  const day = given("V1 8seats @depot 9:00-10:30").book("A→C 9:30").book("B→C 9:30");
  const right = schedule(day);

  /** The right schedule with one visit's times moved. */
  function moved(
    visit: number,
    change: (times: VisitTimes) => Partial<VisitTimes>,
    day: Schedule = right,
  ): Schedule {
    const [duty] = day.duties;
    const visits = duty!.visits.map((times, k) => (k === visit ? { ...times, ...change(times) } : times));
    return { duties: [{ ...duty!, visits }] };
  }
  const check = (wrong: Schedule, { problem, plan }: Pick<Day, "problem" | "plan"> = day) =>
    verify({ problem, plan, schedule: wrong });

  test("the right times pass", () => expect(check(right)).toEqual([]));

  test("boarding before the window opens", () => {
    const early = moved(0, ({ start }) => ({ start: start - 60, arrival: start - 60 }));
    expect(check(early)).toContainEqual({
      kind: "pickup-too-early",
      dutyId: "V1",
      tripId: "r1",
      seconds: 60,
    });
  });

  test("arriving faster than the road allows", () => {
    const fast = moved(1, ({ arrival }) => ({ arrival: arrival - 1 }));
    expect(check(fast)).toContainEqual({ kind: "impossible-time", dutyId: "V1", visit: 1, seconds: 1 });
  });

  test("leaving before the duty begins", () => {
    const wrong = { duties: [{ ...right.duties[0]!, leavesAt: at("8:59") }] };
    expect(check(wrong)).toContainEqual({ kind: "duty-not-started", dutyId: "V1", seconds: 60 });
  });

  test("being home earlier than the road allows", () => {
    const wrong = { duties: [{ ...right.duties[0]!, endArrival: right.duties[0]!.endArrival - 1 }] };
    expect(check(wrong)).toContainEqual({ kind: "impossible-time", dutyId: "V1", visit: 4, seconds: 1 });
  });

  test("a load that was miscounted", () => {
    const wrong = moved(1, () => ({ load: { seats: 1, wheelchairs: 0 } }));
    expect(check(wrong)).toContainEqual({ kind: "wrong-load", dutyId: "V1", visit: 1 });
  });

  test("the times of another plan", () => {
    const other = schedule(day.cancel("r2"));
    expect(check(other)).toEqual([{ kind: "schedule-of-another-plan", dutyId: "V1" }]);
  });
});

describe("a fault against the newer rules is caught", () => {
  test("a trip in another duty than the one it is pinned to", () => {
    const problem = town([...oneVehicle, "V2 8seats @depot 9:00"], { r1: "A→C 9:30" });
    const pinned = { ...problem, trips: problem.trips.map((one) => ({ ...one, onlyDuty: "V2" })) };
    expect(verify({ problem: pinned, plan: plan("V2: +r1 -r1") })).toEqual([]);
    expect(verify({ problem: pinned, plan: plan("V1: +r1 -r1") })).toEqual([
      { kind: "other-duty", dutyId: "V1", tripId: "r1" },
    ]);
  });

  const tired = (minutes: number) => ({
    ...pair,
    duties: pair.duties.map((duty) => ({ ...duty, workSecondsMax: minutes * 60 })),
  });

  test("a driver who is at work a minute too long, even when leaving as late as the riders allow", () => {
    expect(verify({ problem: tired(42), plan: plan("V1: +r1 +r2 -r1 -r2") })).toEqual([]);
    expect(verify({ problem: tired(41), plan: plan("V1: +r1 +r2 -r1 -r2") })).toEqual([
      { kind: "work-too-long", dutyId: "V1", seconds: 60 },
    ]);
  });

  test("a vehicle that is sent out earlier than it must, and so works too long", () => {
    const problem = tired(42);
    const right = schedule({ problem, plan: plan("V1: +r1 +r2 -r1 -r2") });
    const early = { duties: [{ ...right.duties[0]!, leavesAt: at("9:19") }] };
    expect(verify({ problem, plan: plan("V1: +r1 +r2 -r1 -r2"), schedule: right })).toEqual([]);
    expect(verify({ problem, plan: plan("V1: +r1 +r2 -r1 -r2"), schedule: early })).toEqual([
      { kind: "work-too-long", dutyId: "V1", seconds: 60 },
    ]);
  });

  test("a driver who has begun long ago and works on", () => {
    const since = (clock: string) => ({
      ...tired(60),
      now: at("9:25"),
      progress: [
        {
          dutyId: "V1",
          place: places.indexOf("depot"),
          freeAt: at("9:20"),
          done: [],
          drivingTo: { tripId: "r1", kind: "pickup" as const },
          beganAt: at(clock),
        },
      ],
    });
    const both = plan("V1: +r1 +r2 -r1 -r2");
    expect(verify({ problem: since("9:02"), plan: both })).toEqual([]);
    expect(verify({ problem: since("9:01"), plan: both })).toEqual([
      { kind: "work-too-long", dutyId: "V1", seconds: 60 },
    ]);
  });

  const closedAt = (place: (typeof places)[number], from: string, until: string) => ({
    ...pair,
    closures: [{ place: places.indexOf(place), from: at(from), until: at(until) }],
  });
  const both = plan("V1: +r1 +r2 -r1 -r2");

  test("a new rider who boards at a closed stop; one promised before is left alone", () => {
    const problem = closedAt("B", "9:00", "10:00");
    expect(verify({ problem, plan: both, since: plan("V1: +r1 -r1") })).toEqual([
      { kind: "stop-closed", dutyId: "V1", tripId: "r2", seconds: 26 * 60 },
    ]);
    expect(verify({ problem, plan: both, since: both })).toEqual([]);
    expect(verify({ problem, plan: both })).toEqual([]);
  });

  test("without any plan before, every rider is new", () => {
    const problem = closedAt("C", "9:00", "12:00");
    expect(verify({ problem, plan: both, since: { routes: [] } }).map(({ kind }) => kind)).toContain(
      "stop-closed",
    );
  });

  test("a closure ends when it says: boarding at its last second is a fault, a second later it is none", () => {
    const found = (until: string, from = "9:00") =>
      verify({ problem: closedAt("B", from, until), plan: both, since: plan("V1: +r1 -r1") });
    expect(found("9:40")).toEqual([]); // r2 may board until 9:40
    expect(found("9:41")).not.toEqual([]);
    expect(found("15:00", "9:34")).not.toEqual([]);
    expect(found("15:00", "9:35")).toEqual([]);
  });

  test("a time given to a new rider at a closed stop", () => {
    const problem = closedAt("B", "9:33", "9:36");
    const given = schedule({ problem, plan: both }); // which treats all riders alike: B at 9:34
    expect(verify({ problem, plan: both, since: plan("V1: +r1 -r1"), schedule: given })).toEqual([
      { kind: "stop-closed", dutyId: "V1", tripId: "r2", seconds: 2 * 60 },
    ]);
  });

  test("a vehicle's second duty that begins before it is back from the first", () => {
    const duties = ["am 8seats @depot 9:00-10:00", "pm 8seats @depot 10:00"];
    const base = town(duties, { r1: "A→C 9:30", r2: "A→C 10:05" });
    const problem = { ...base, duties: base.duties.map((duty) => ({ ...duty, vehicleId: "V1" })) };
    const routes = plan("am: +r1 -r1", "pm: +r2 -r2");
    expect(verify({ problem, plan: routes })).toEqual([
      { kind: "duty-ends-before", dutyId: "am", seconds: 2 * 60 },
    ]);
    const later = { ...problem, trips: [problem.trips[0]!, trip("r2", "depot→A 9:51")] };
    expect(verify({ problem: later, plan: routes })).toContainEqual({
      kind: "pickup-too-late", // the morning is back at 10:02, so there is no boarding at the depot by 10:01
      dutyId: "pm",
      tripId: "r2",
      seconds: 60,
    });
    const twoVehicles = { ...later, duties: base.duties };
    expect(verify({ problem: twoVehicles, plan: routes }).map(({ kind }) => kind)).not.toContain(
      "pickup-too-late",
    );
  });
});
