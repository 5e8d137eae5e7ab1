import { describe, expect, test } from "vitest";
import { earliestStarts, endArrival, firstArrival } from "../src/earliest-starts.ts";
import type { Duty, Progress, Trip, Visit } from "../src/index.ts";
import { latestStarts } from "../src/latest-starts.ts";
import { dropoffWindow } from "../src/rules/dropoff-window.ts";
import { dutyEnd, dutyStart } from "../src/rules/duty-hours.ts";
import { otherDuty } from "../src/rules/other-duty.ts";
import { pickupWindow } from "../src/rules/pickup-window.ts";
import { isAfterPickup } from "../src/rules/precedence.ts";
import { promise } from "../src/rules/promise.ts";
import { distance } from "../src/rules/rejection.ts";
import { rideTime } from "../src/rules/ride-time.ts";
import { seats } from "../src/rules/seats.ts";
import { openWindows, stopClosed } from "../src/rules/stop-closed.ts";
import { wheelchairPlaces } from "../src/rules/wheelchair-places.ts";
import { workHours } from "../src/rules/work-hours.ts";
import {
  insertTrip,
  openVisits,
  roomForOneMore,
  type Sequence,
  sequenceFrom,
  withoutTrip,
} from "../src/sequence.ts";
import { legsOf } from "../src/travel-times.ts";
import { type Chance, seededRandom } from "./seeded-random.ts";

const SEED = Number(process.env.DISPATCH_SEED ?? 17);

const duty: Duty = {
  id: "d",
  vehicleId: "v",
  seats: 4,
  wheelchairPlaces: 2,
  seatsPerWheelchair: 1,
  startPlace: 0,
  endPlace: 3,
  startsAt: 1,
  endsAt: 60,
};

function randomTripOf(random: Chance, id: string): Trip {
  const earliest = random.int(0, 20);
  const end = (from: number) => ({ earliest: from, latest: from + random.int(0, 30) });
  return {
    id,
    pickupPlace: random.int(0, 3),
    dropoffPlace: random.int(0, 3),
    seats: random.int(0, 2),
    wheelchairs: random.int(0, 1),
    pickup: end(earliest),
    dropoff: end(earliest + random.int(0, 9)),
    rideSecondsMax: random.int(0, 30),
    boardSeconds: random.int(0, 3),
    alightSeconds: random.int(0, 3),
  };
}

/** A duty under way: some aboard, some done, on its way or at a stop. */
function underWay(random: Chance): { read: (planned: readonly Visit[]) => Sequence; open: Visit[] } {
  const names = ["a", "b", "c", "d"].slice(0, random.int(1, 4));
  const trips = new Map([...names, "new"].map((id) => [id, randomTripOf(random, id)]));
  const now = random.int(0, 25);
  const done: { tripId: string; kind: "pickup" | "dropoff"; at: number }[] = [];
  const open: Visit[] = [];
  for (const tripId of names) {
    const fate = random.int(0, 4);
    if (fate < 2) done.push({ tripId, kind: "pickup", at: random.int(0, now) });
    if (fate === 0) done.push({ tripId, kind: "dropoff", at: now });
    else if (fate === 1) open.splice(random.int(0, open.length), 0, { tripId, kind: "dropoff" });
    else {
      const pickup = random.int(0, open.length);
      open.splice(pickup, 0, { tripId, kind: "pickup" });
      open.splice(random.int(pickup + 1, open.length), 0, { tripId, kind: "dropoff" });
    }
  }
  const driving = open.length > 0 && random.chance(0.5);
  const progress: Progress = {
    dutyId: "d",
    place: random.int(0, 3),
    freeAt: random.int(0, 25),
    done,
    drivingTo: driving ? open[0] : undefined,
    arrivedAt: driving && random.chance(0.5) ? random.int(0, now) : undefined,
    beganAt: random.chance(0.5) ? random.int(0, 5) : undefined,
  };
  const limited = { ...duty, workSecondsMax: random.chance(0.5) ? random.int(20, 60) : undefined };
  const read = (planned: readonly Visit[]) =>
    sequenceFrom({ duty: limited, progress, planned: [...done, ...planned], trips, now });
  return { read, open };
}

/** Everything that a question about time or load can see. */
function seen({ count, origin, firstOpen, endsAt, workSpan, ...arrays }: Sequence) {
  const { visits, place, service, earliest, latest, partner, rideSpan, seatsTaken, wheelchairsTaken } =
    arrays;
  const upTo = (list: ArrayLike<number>, n: number) => Array.from(list).slice(0, n);
  return {
    origin,
    firstOpen,
    endsAt,
    workSpan,
    visits: visits.slice(0, count).map(({ kind, tripId }) => `${kind} ${tripId}`),
    trips: arrays.trips.slice(0, count).map(({ id }) => id),
    perVisit: [place, service, earliest, latest, partner, rideSpan].map((list) => upTo(list, count)),
    perLeg: [seatsTaken, wheelchairsTaken].map((list) => upTo(list, count + 1)),
  };
}

/** The matcher is asked only about what differs: it is slower than the engine. */
function same(one: object, other: object, where: string): void {
  if (JSON.stringify(one) !== JSON.stringify(other)) expect(one, where).toEqual(other);
}

test("a trip put into a sequence, and taken out again, leaves what reading the plan anew gives", () => {
  const random = seededRandom(SEED);
  let places = 0;
  for (let n = 0; n < 500; n++) {
    const { read, open } = underWay(random);
    const base = read(open);
    for (let i = base.firstOpen; i <= base.count; i++)
      for (let j = i; j <= base.count; j++) {
        const planned = [...open];
        planned.splice(j, 0, { tripId: "new", kind: "dropoff" });
        planned.splice(i, 0, { tripId: "new", kind: "pickup" });
        const whole = read(planned);
        const target = roomForOneMore(base);
        const trip = whole.trips[i]!;
        insertTrip({ base, target, trip, pickupBefore: i, dropoffBefore: j });
        const where = `seed ${SEED}, case ${n}, ${i} ${j}`;
        same(seen(target), seen(whole), where);
        same(seen(withoutTrip(target, "new")), seen(base), where);
        places++;
      }
  }
  expect(places).toBeGreaterThan(3000);
});

test("only a trip whose visits are both still open can be taken out", () => {
  const { trips, progress } = boarding();
  const sequence = sequenceFrom({
    duty,
    progress: {
      ...progress,
      drivingTo: undefined,
      arrivedAt: undefined,
      done: [{ tripId: "a", kind: "pickup", at: 9 }],
    },
    planned: [{ tripId: "a", kind: "dropoff" }],
    trips,
    now: 10,
  });
  expect(() => withoutTrip(sequence, "a")).toThrow("a is open in duty d");
  expect(() => withoutTrip(sequence, "x")).toThrow("x is open in duty d");
});

/** One rider, boarding since 10, five seconds long. */
function boarding() {
  const trip: Trip = {
    id: "a",
    pickupPlace: 1,
    dropoffPlace: 2,
    seats: 1,
    wheelchairs: 0,
    pickup: { earliest: 8, latest: 12 },
    dropoff: { earliest: 0, latest: 50 },
    rideSecondsMax: 20,
    boardSeconds: 5,
    alightSeconds: 2,
  };
  const progress: Progress = {
    dutyId: "d",
    place: 0,
    freeAt: 4,
    done: [],
    drivingTo: { tripId: "a", kind: "pickup" },
    arrivedAt: 10,
  };
  const planned: Visit[] = [
    { tripId: "a", kind: "pickup" },
    { tripId: "a", kind: "dropoff" },
  ];
  return { trip, progress, planned, trips: new Map([["a", trip]]) };
}

describe("what is going on now", () => {
  const read = (now: number, change: Partial<Progress> = {}) => {
    const { progress, planned, trips } = boarding();
    return sequenceFrom({ duty, progress: { ...progress, ...change }, planned, trips, now });
  };

  test("boarding lasts as long as it should, or until now when it has lasted longer; the ride begins after it", () => {
    expect([read(12).service[0], read(12).rideSpan[1]]).toEqual([5, 25]);
    expect([read(15).service[0], read(15).rideSpan[1]]).toEqual([5, 25]);
    expect([read(18).service[0], read(18).rideSpan[1]]).toEqual([8, 28]);
  });

  test("who arrives before the window opens begins when it does", () => {
    expect(read(13, { arrivedAt: 6 }).service[0]).toBe(5);
    expect(read(14, { arrivedAt: 6 }).service[0]).toBe(6);
  });

  test("a vehicle on its way arrives no earlier than now, and has left when it has", () => {
    const { origin, firstOpen } = read(30, { arrivedAt: undefined });
    expect(origin).toEqual({
      place: 0,
      readyAt: 4,
      arrivesFrom: 30,
      arrivedAt: undefined,
      driving: true,
      beganAt: 4,
    });
    expect(firstOpen).toBe(1);
  });

  test("a vehicle that stands leaves now, or when it is free; `arrivedAt` without a drive means nothing", () => {
    const standing = (now: number) => read(now, { drivingTo: undefined }).origin;
    expect(standing(2)).toEqual({
      place: 0,
      readyAt: 4,
      arrivesFrom: 4,
      arrivedAt: undefined,
      driving: false,
      beganAt: undefined,
    });
    expect(standing(9)).toMatchObject({ readyAt: 9, arrivesFrom: 9 });
  });

  test("work began when told; else with the drive to the first visit; else, once anything is done, with the duty", () => {
    const done = [{ tripId: "a", kind: "pickup" as const, at: 9 }];
    const later = { done, drivingTo: undefined, arrivedAt: undefined };
    expect(read(12, { beganAt: 3 }).origin.beganAt).toBe(3);
    expect(read(12).origin.beganAt).toBe(4);
    expect(read(12, later).origin.beganAt).toBe(1);
    expect(read(12, { drivingTo: undefined, beganAt: 2 }).origin.beganAt).toBe(2);
  });

  test("an end of work that is known is an end of the duty", () => {
    const { trips, planned, progress } = boarding();
    const limited = { ...duty, workSecondsMax: 30 };
    const out = sequenceFrom({ duty: limited, progress, planned, trips, now: 12 });
    expect([out.endsAt, out.workSpan]).toEqual([34, Number.POSITIVE_INFINITY]);
    const rested = sequenceFrom({ duty: limited, progress: undefined, planned, trips, now: 12 });
    expect([rested.endsAt, rested.workSpan]).toEqual([60, 30]);
    const free = sequenceFrom({ duty, progress: undefined, planned, trips, now: 0, freeFrom: 7 });
    expect([free.endsAt, free.workSpan, free.origin.readyAt]).toEqual([60, Number.POSITIVE_INFINITY, 7]);
  });

  test("someone aboard must be out by the end of her longest ride, if that is before her arrival", () => {
    const done = (at: number) => [{ tripId: "a", kind: "pickup" as const, at }];
    const aboard = (at: number) => read(12, { done: done(at), drivingTo: undefined });
    expect(aboard(9).latest[0]).toBe(29);
    expect(aboard(40).latest[0]).toBe(50);
    expect([...aboard(9).seatsTaken]).toEqual([1, 0]);
    expect(aboard(9).partner[0]).toBe(-1);
  });

  test("a plan that does not fit what happened is a mistake of the caller, and told as such", () => {
    const { progress, planned, trips } = boarding();
    const wrong = (change: Partial<Parameters<typeof sequenceFrom>[0]>) => () =>
      sequenceFrom({ duty, progress, planned, trips, now: 12, ...change });
    expect(wrong({ trips: new Map() })).toThrow("the plan of duty d holds an unknown trip a");
    expect(wrong({ planned: planned.toReversed(), progress: undefined })).toThrow(
      "trip a alights before it boards in duty d",
    );
    expect(wrong({ planned: [] })).toThrow("duty d does not begin with the visit its vehicle is driving to");
    const elsewhere = { ...progress, drivingTo: { tripId: "a", kind: "dropoff" as const } };
    expect(wrong({ progress: elsewhere })).toThrow("duty d does not begin with");
    const another = { ...progress, drivingTo: { tripId: "b", kind: "pickup" as const } };
    expect(wrong({ progress: another })).toThrow("duty d does not begin with");
  });

  test("open visits are those that have not happened", () => {
    const { planned } = boarding();
    const plan = { routes: [{ dutyId: "d", visits: planned }] };
    const done = [{ tripId: "a", kind: "pickup" as const, at: 9 }];
    const progress = { dutyId: "d", place: 0, freeAt: 0, done };
    expect(openVisits({ plan, progress: undefined, dutyId: "d" })).toEqual(planned);
    expect(openVisits({ plan, progress: { ...progress, done: [] }, dutyId: "d" })).toEqual(planned);
    expect(openVisits({ plan, progress, dutyId: "d" })).toEqual(planned.slice(1));
    expect(openVisits({ plan, progress, dutyId: "x" })).toEqual([]);
  });
});

describe("the way there and back", () => {
  const seconds = Int32Array.of(0, 5, 9, 20, 5, 0, 6, 7, 9, 6, 0, 8, 20, 7, 8, 0);
  const legs = legsOf({ placeCount: 4, seconds });
  const { planned, trips, progress } = boarding();
  const read = (change: Partial<Parameters<typeof sequenceFrom>[0]> = {}) =>
    sequenceFrom({ duty, progress: undefined, planned, trips, now: 0, ...change });

  test("the first arrival: from where it is ready, not before now, or as it was", () => {
    expect(firstArrival(read(), legs)).toBe(6);
    expect(firstArrival(read(), legs, 10)).toBe(15);
    const driving = { ...progress, arrivedAt: undefined };
    expect(firstArrival(read({ progress: driving, now: 2 }), legs)).toBe(9);
    expect(firstArrival(read({ progress: driving, now: 30 }), legs)).toBe(30);
    expect(firstArrival(read({ progress, now: 30 }), legs)).toBe(10);
  });

  test("the way back begins where and when the last visit ends; without visits where the vehicle is", () => {
    expect(endArrival(read(), legs, Float64Array.of(8, 19))).toBe(29);
    expect(endArrival(read({ planned: [] }), legs, new Float64Array(0))).toBe(21);
  });

  test("an idle vehicle can come home in time or not; its work is not counted", () => {
    const idle = (endsAt: number) => read({ planned: [], duty: { ...duty, endsAt, workSecondsMax: 1 } });
    expect(earliestStarts(idle(21), legs, new Float64Array(0))).toBe(true);
    expect(earliestStarts(idle(20), legs, new Float64Array(0))).toBe(false);
    expect(latestStarts(idle(21), legs, new Float64Array(0))).toBe(true);
  });

  test("each limit holds to the second, from both sides", () => {
    const trip = trips.get("a")!;
    const can = (change: Partial<Trip>, dutyChange: Partial<Duty> = {}) => {
      const one = { ...trip, ...change };
      const sequence = read({ trips: new Map([["a", one]]), duty: { ...duty, ...dutyChange } });
      const up = earliestStarts(sequence, legs, new Float64Array(2));
      expect(latestStarts(sequence, legs, new Float64Array(2))).toBe(up);
      return up;
    };
    // Leaves at 1, is there at 6, boards from 8 to 13, is there at 19, alights until 21, is home at 29.
    expect(can({})).toBe(true);
    expect([
      can({ pickup: { earliest: 0, latest: 6 } }),
      can({ pickup: { earliest: 0, latest: 5 } }),
    ]).toEqual([true, false]);
    expect([
      can({ dropoff: { earliest: 0, latest: 19 } }),
      can({ dropoff: { earliest: 0, latest: 18 } }),
    ]).toEqual([true, false]);
    expect([can({ rideSecondsMax: 6 }), can({ rideSecondsMax: 5 })]).toEqual([true, false]);
    expect([can({}, { endsAt: 29 }), can({}, { endsAt: 28 })]).toEqual([true, false]);
    expect([can({}, { workSecondsMax: 26 }), can({}, { workSecondsMax: 25 })]).toEqual([true, false]);
    // With a drop-off from 30 on she is fetched no later than 12: a ride of 13.
    const late = { dropoff: { earliest: 30, latest: 50 } };
    expect([can({ ...late, rideSecondsMax: 13 }), can({ ...late, rideSecondsMax: 12 })]).toEqual([
      true,
      false,
    ]);
    // …and the vehicle, which leaves no later than 7, is home at 40.
    expect([can(late, { workSecondsMax: 33 }), can(late, { workSecondsMax: 32 })]).toEqual([true, false]);
  });
});

describe("each rule holds to the unit", () => {
  test("seats, with those that wheelchair places take", () => {
    expect(seats({ seats: 2, wheelchairs: 2 }, duty)).toBeUndefined();
    expect(seats({ seats: 3, wheelchairs: 2 }, duty)).toEqual({ kind: "no-seat", seatsShort: 1 });
    expect(seats({ seats: 6, wheelchairs: 0 }, duty)).toEqual({ kind: "no-seat", seatsShort: 2 });
  });

  test("wheelchair places", () => {
    expect(wheelchairPlaces({ seats: 0, wheelchairs: 2 }, duty)).toBeUndefined();
    expect(wheelchairPlaces({ seats: 0, wheelchairs: 4 }, duty)).toEqual({
      kind: "no-wheelchair-place",
      placesShort: 2,
    });
  });

  test("windows", () => {
    const window = { earliest: 5, latest: 9 };
    expect([pickupWindow(9, window), dropoffWindow(9, window)]).toEqual([undefined, undefined]);
    expect(pickupWindow(11, window)).toEqual({ kind: "pickup-too-late", seconds: 2 });
    expect(dropoffWindow(10, window)).toEqual({ kind: "dropoff-too-late", seconds: 1 });
  });

  test("ride, promise, work and the end of the duty", () => {
    const { trip } = boarding();
    expect(rideTime(20, trip)).toBeUndefined();
    expect(rideTime(22, trip)).toEqual({ kind: "ride-too-long", seconds: 2 });
    expect(promise("a", { value: 7, limit: 7 })).toBeUndefined();
    expect(promise("a", { value: 8, limit: 7 })).toEqual({ kind: "breaks-promise", tripId: "a", seconds: 1 });
    expect(workHours(30, { workSpan: 30 })).toBeUndefined();
    expect(workHours(33, { workSpan: 30 })).toEqual({ kind: "work-too-long", seconds: 3 });
    expect(dutyEnd(60, duty)).toBeUndefined();
    expect(dutyEnd(61, duty)).toEqual({ kind: "duty-ends-before", seconds: 1 });
  });

  test("a duty that begins after the window closes says so; one that begins as it closes is judged by the road", () => {
    expect(dutyStart(9, { earliest: 0, latest: 1 }, duty)).toBeUndefined();
    expect(dutyStart(9, { earliest: 0, latest: 0 }, duty)).toEqual({ kind: "duty-not-started", seconds: 9 });
  });

  test("order and pins", () => {
    expect([-1, 0, 2, 3].map((pickupIndex) => isAfterPickup({ pickupIndex, dropoffIndex: 2 }))).toEqual([
      false,
      true,
      false,
      false,
    ]);
    expect([otherDuty({}, duty), otherDuty({ onlyDuty: "d" }, duty)]).toEqual([undefined, undefined]);
    expect(otherDuty({ onlyDuty: "e" }, duty)).toEqual({ kind: "other-duty", dutyId: "e" });
  });

  test("closures leave the pieces of a window, from the second a stop opens to the second before it closes", () => {
    const window = { earliest: 10, latest: 20 };
    const open = (...closures: readonly [number, number][]) =>
      openWindows(
        1,
        window,
        closures.map(([from, until]) => ({ place: 1, from, until })),
      );
    expect(open([12, 15])).toEqual([
      { earliest: 10, latest: 11 },
      { earliest: 15, latest: 20 },
    ]);
    expect([open([10, 20]), open([10, 21]), open([5, 10]), open([21, 30])]).toEqual([
      [{ earliest: 20, latest: 20 }],
      [],
      [window],
      [window],
    ]);
    expect(open([20, 30])).toEqual([{ earliest: 10, latest: 19 }]);
    expect(open([12, 12])).toEqual([window]);
    expect(open([12, 15], [14, 18])).toEqual([
      { earliest: 10, latest: 11 },
      { earliest: 18, latest: 20 },
    ]);
    expect(openWindows(2, window, [{ place: 1, from: 0, until: 99 }])).toEqual([window]);
  });

  test("a stop closed for the whole window says when it opens again, over closures that meet", () => {
    const at = (from: number, until: number, place = 1) => ({ place, from, until });
    const window = { earliest: 10, latest: 20 };
    expect(stopClosed(1, window, [at(0, 20)])).toBeUndefined();
    expect(stopClosed(1, window, [at(0, 21)])).toEqual({ kind: "stop-closed", place: 1, seconds: 1 });
    expect(stopClosed(1, window, [at(0, 30), at(30, 40), at(40, 90, 2)])).toMatchObject({ seconds: 20 });
  });

  test("how near a refusal is to a yes: seconds as they are, a full vehicle a minute and a place, a pin never", () => {
    expect(distance({ kind: "pickup-too-late", seconds: 7 })).toBe(7);
    expect(distance({ kind: "no-seat", seatsShort: 2 })).toBe(62);
    expect(distance({ kind: "no-wheelchair-place", placesShort: 1 })).toBe(61);
    expect(distance({ kind: "other-duty", dutyId: "e" })).toBe(Number.POSITIVE_INFINITY);
  });
});
