import { expect, test } from "vitest";
import { improve, offer, type Plan, type Problem, replan, type Trip, verify } from "../../src/index.ts";

/** A road of places 0 … 9, ten minutes from each to the next; one vehicle at either end with a seat for one rider. */
function road(): Problem {
  const placeCount = 10;
  const seconds = Int32Array.from({ length: 100 }, (_, k) => 600 * Math.abs(Math.floor(k / 10) - (k % 10)));
  const duty = (id: string, place: number) => ({
    id,
    vehicleId: id,
    seats: 1,
    wheelchairPlaces: 0,
    seatsPerWheelchair: 0,
    startPlace: place,
    endPlace: place,
    startsAt: 0,
    endsAt: 36_000,
  });
  return {
    travelTimes: { placeCount, seconds },
    duties: [duty("west", 0), duty("east", 9)],
    trips: [],
    progress: [],
    now: 0,
  };
}

function ride(id: string, from: number, to: number, at: number): Trip {
  return {
    id,
    pickupPlace: from,
    dropoffPlace: to,
    seats: 1,
    wheelchairs: 0,
    rideSecondsMax: 6000,
    boardSeconds: 0,
    alightSeconds: 0,
    pickup: { earliest: at, latest: at + 600 },
    dropoff: { earliest: at, latest: at + 6600 },
  };
}

/** The western vehicle has taken the eastern ride too; nobody else is at the western end when the newcomer calls. */
function crossed(): { problem: Problem; plan: Plan; newcomer: Trip } {
  const eastern = ride("eastern", 8, 9, 6000);
  return {
    problem: { ...road(), trips: [eastern] },
    plan: {
      routes: [
        {
          dutyId: "west",
          visits: [
            { tripId: "eastern", kind: "pickup" },
            { tripId: "eastern", kind: "dropoff" },
          ],
        },
      ],
    },
    newcomer: ride("newcomer", 0, 1, 3000),
  };
}

test("a rider who fits nowhere as things stand gets a place when another changes the vehicle", () => {
  const { problem, plan, newcomer } = crossed();
  expect(offer({ problem, plan, trip: newcomer }).kind).toBe("refusal");
  const found = replan({ problem, plan, trips: [newcomer], iterations: 50, seed: 1 });
  expect(found?.plan).toEqual({
    routes: [
      {
        dutyId: "west",
        visits: [
          { tripId: "newcomer", kind: "pickup" },
          { tripId: "newcomer", kind: "dropoff" },
        ],
      },
      {
        dutyId: "east",
        visits: [
          { tripId: "eastern", kind: "pickup" },
          { tripId: "eastern", kind: "dropoff" },
        ],
      },
    ],
  });
});

test("a rider aboard stays in her vehicle, and the vehicle goes on to where it is driving", () => {
  const { problem, plan, newcomer } = crossed();
  const begun: Problem = {
    ...problem,
    now: 1200,
    progress: [
      { dutyId: "west", place: 0, freeAt: 1200, done: [], drivingTo: { tripId: "eastern", kind: "pickup" } },
    ],
  };
  expect(replan({ problem: begun, plan, trips: [newcomer], iterations: 50, seed: 1 })).toBeUndefined();
});

test("a rider aboard is set down before those board for whom there is no room yet, however short the other way", () => {
  const aboard = ride("aboard", 2, 3, 0);
  const next = ride("next", 2, 4, 1200);
  const problem: Problem = {
    ...road(),
    duties: road().duties.slice(0, 1),
    trips: [aboard, { ...next, pickup: { earliest: 1200, latest: 6000 } }],
    now: 1200,
    progress: [
      { dutyId: "west", place: 2, freeAt: 1200, done: [{ tripId: "aboard", kind: "pickup", at: 1200 }] },
    ],
  };
  const after = (seats: number) => {
    const roomy = { ...problem, duties: problem.duties.map((duty) => ({ ...duty, seats })) };
    const visits: Plan["routes"][number]["visits"] = [
      { tripId: "aboard", kind: "dropoff" },
      { tripId: "next", kind: "pickup" },
      { tripId: "next", kind: "dropoff" },
    ];
    const plan = { routes: [{ dutyId: "west", visits }] };
    const { plan: improved } = improve({ problem: roomy, plan, iterations: 50, seed: 1 });
    expect(verify({ problem: roomy, plan: improved })).toEqual([]);
    return improved.routes[0]?.visits.map(({ tripId }) => tripId);
  };
  expect(after(2)).toEqual(["next", "aboard", "next"]);
  expect(after(1)).toEqual(["aboard", "next", "next"]);
});

test("a trip bound to one vehicle is not given to another", () => {
  const { problem, plan, newcomer } = crossed();
  const trips = problem.trips.map((trip) => ({ ...trip, onlyDuty: "west" }));
  expect(
    replan({ problem: { ...problem, trips }, plan, trips: [newcomer], iterations: 50, seed: 1 }),
  ).toBeUndefined();
});

test("improving gives the ride to the vehicle that stands beside it", () => {
  const { problem, plan } = crossed();
  const improved = improve({ problem, plan, iterations: 50, seed: 1 });
  expect(improved.plan.routes.find(({ visits }) => visits.length > 0)?.dutyId).toBe("east");
  expect(improved.after).toBeLessThan(improved.before);
  expect(verify({ problem, plan: improved.plan, since: plan })).toEqual([]);
});

test("a plan of nobody is improved to itself", () => {
  const problem = road();
  const plan = { routes: [] };
  expect(improve({ problem, plan, iterations: 10, seed: 1 })).toMatchObject({ plan, iterations: 0 });
});
