import { describe, expect, test } from "vitest";
import { tripFindings } from "../src/check-trip.ts";
import { checkProblem, type Finding, type Problem, type Trip, UNREACHABLE } from "../src/index.ts";
import { at, given, trip } from "./picture.ts";

const town = given("V1 8seats 1chair @depot 9:00-15:00", "V2 4seats @D 9:00-15:00");
const problem: Problem = { ...town.problem, trips: [trip("r1", "A→C 9:30")] };
const [v1, v2] = problem.duties;
const [r1] = problem.trips;
const none = Number.NaN;

/** "r1 unknown-place pickupPlace": whose property is wrong, how, and where it stands. */
const say = (findings: readonly Finding[]) =>
  findings.map(({ id, kind, field }) => `${id || "-"} ${kind} ${field}`);

const ofTrip = (change: Partial<Trip>): Partial<Problem> => ({ trips: [{ ...r1!, ...change }] });
const ofDuty = (change: object): Partial<Problem> => ({ duties: [{ ...v1!, ...change }, v2!] });
const ofTimes = (change: object): Partial<Problem> => ({
  travelTimes: { ...problem.travelTimes, ...change },
});
const ofClosure = (change: object): Partial<Problem> => ({
  closures: [{ place: 0, from: 10, until: 10, ...change }],
});
const paced = (...pace: readonly [startsAt: number, permille: number][]) =>
  ofTimes({ pace: pace.map(([startsAt, permille]) => ({ startsAt, permille })) });

const boarded = { tripId: "r1", kind: "pickup" as const, at: at("9:30") };
const alighted = { tripId: "r1", kind: "dropoff" as const, at: at("9:41") };
const driven = { dutyId: "V1", place: 1, freeAt: at("9:30"), done: [boarded] };
const ofProgress = (change: object): Partial<Problem> => ({ progress: [{ ...driven, ...change }] });

describe("a wrong number is named with whose it is and where it stands", () => {
  test.each<[named: string, wrong: Partial<Problem>]>([
    ["- not-a-whole-number now", { now: -1 }],
    ["- beyond-31-bits now", { now: 2 ** 31 }],
    ["r1 not-a-whole-number seats", ofTrip({ seats: 0.5 })],
    ["r1 not-a-whole-number wheelchairs", ofTrip({ wheelchairs: 0.5 })],
    ["r1 not-a-whole-number rideSecondsMax", ofTrip({ rideSecondsMax: none })],
    ["r1 not-a-whole-number boardSeconds", ofTrip({ boardSeconds: none })],
    ["r1 not-a-whole-number alightSeconds", ofTrip({ alightSeconds: none })],
    ["r1 not-a-whole-number pickup.earliest", ofTrip({ pickup: { earliest: none, latest: 1 } })],
    ["r1 not-a-whole-number pickup.latest", ofTrip({ pickup: { earliest: 0, latest: none } })],
    ["r1 not-a-whole-number dropoff.earliest", ofTrip({ dropoff: { earliest: none, latest: 1 } })],
    ["r1 not-a-whole-number dropoff.latest", ofTrip({ dropoff: { earliest: 0, latest: none } })],
    ["r1 unknown-place pickupPlace", ofTrip({ pickupPlace: 5 })],
    ["r1 unknown-place pickupPlace", ofTrip({ pickupPlace: 0.5 })],
    ["r1 unknown-place dropoffPlace", ofTrip({ dropoffPlace: 5 })],
    ["r1 unknown-place dropoffPlace", ofTrip({ dropoffPlace: none })],
    ["V1 not-a-whole-number seats", ofDuty({ seats: none })],
    ["V1 beyond-ten-thousand seats", ofDuty({ seats: 10_001 })],
    ["V1 beyond-31-bits seats", ofDuty({ seats: 2 ** 31 })],
    ["V1 beyond-ten-thousand wheelchairPlaces", ofDuty({ wheelchairPlaces: 10_001 })],
    ["V1 beyond-ten-thousand seatsPerWheelchair", ofDuty({ seatsPerWheelchair: 10_001 })],
    ["V1 not-a-whole-number startsAt", ofDuty({ startsAt: -1 })],
    ["V1 beyond-31-bits endsAt", ofDuty({ endsAt: 2 ** 31 })],
    ["V1 duty-ends-before-it-starts endsAt", ofDuty({ endsAt: at("9:00") - 1 })],
    ["V1 not-a-whole-number workSecondsMax", ofDuty({ workSecondsMax: 0.5 })],
    ["V1 unknown-place startPlace", ofDuty({ startPlace: 5 })],
    ["V1 unknown-place endPlace", ofDuty({ endPlace: -1 })],
    ["- unknown-place closures.0.place", ofClosure({ place: 5 })],
    ["- not-a-whole-number closures.0.from", ofClosure({ from: none })],
    ["- not-a-whole-number closures.0.until", ofClosure({ until: none })],
    ["- closure-ends-before-it-begins closures.0.until", ofClosure({ until: 9 })],
    ["- travel-times-size travelTimes.meters", ofTimes({ meters: new Int32Array(24) })],
    ["- travel-times-size travelTimes.seconds", ofTimes({ seconds: new Int32Array(24) })],
    ["- not-a-whole-number travelTimes.pace.0.startsAt", paced([none, 1000])],
    ["- not-a-whole-number travelTimes.pace.0.permille", paced([0, 1000.5])],
    ["- pace-out-of-range travelTimes.pace.0", paced([0, 99])],
    ["- pace-out-of-range travelTimes.pace.1", paced([0, 1000], [1, 100_001])],
    ["- pace-not-ascending travelTimes.pace.1", paced([0, 1000], [0, 1000])],
    ["V9 progress-of-unknown-duty progress.dutyId", ofProgress({ dutyId: "V9" })],
    ["V1 unknown-place progress.place", ofProgress({ place: 5 })],
    ["V1 not-a-whole-number progress.freeAt", ofProgress({ freeAt: none })],
    ["V1 not-a-whole-number progress.arrivedAt", ofProgress({ arrivedAt: none })],
    ["V1 not-a-whole-number progress.beganAt", ofProgress({ beganAt: none })],
    ["r1 not-a-whole-number progress.done.at", ofProgress({ done: [{ ...boarded, at: -1 }] })],
    ["r9 progress-of-unknown-trip progress.done", ofProgress({ done: [{ ...boarded, tripId: "r9" }] })],
    ["r1 alighted-before-boarding progress.done", ofProgress({ done: [alighted] })],
    ["r1 done-twice progress.done", ofProgress({ done: [boarded, boarded] })],
    [
      "r9 progress-of-unknown-trip progress.drivingTo",
      ofProgress({ drivingTo: { ...boarded, tripId: "r9" } }),
    ],
    ["r1 driving-to-what-is-done progress.drivingTo", ofProgress({ drivingTo: boarded })],
    ["V1 two-progresses-of-one-duty progress.dutyId", { progress: [driven, { ...driven, done: [] }] }],
    ["r1 done-twice progress.done", { progress: [driven, { ...driven, dutyId: "V2" }] }],
    ["V2 duplicate-duty-id id", { duties: [v1!, v2!, { ...v2!, vehicleId: "V3" }] }],
    ["r1 duplicate-trip-id id", { trips: [r1!, r1!] }],
    ["r1 pinned-to-unknown-duty onlyDuty", ofTrip({ onlyDuty: "V9" })],
    ["r1 empty-party seats", ofTrip({ seats: 0 })],
  ])("%s", (named, wrong) => {
    expect(say(checkProblem({ ...problem, ...wrong }))).toEqual([named]);
  });

  test("a matrix without its number of places, or with another, is named by both", () => {
    expect(say(checkProblem({ ...problem, ...ofTimes({ placeCount: 5.5 }) }))).toEqual([
      "- not-a-whole-number travelTimes.placeCount",
      "- travel-times-size travelTimes.seconds",
    ]);
  });

  test("a leg below zero is named by where it begins and where it leads", () => {
    const below = (leg: number) => ofTimes({ seconds: problem.travelTimes.seconds.with(leg, -1) });
    const named = (leg: number) => say(checkProblem({ ...problem, ...below(leg) }));
    expect(named(2 * 5 + 3)).toEqual(["- not-a-whole-number travelTimes.seconds 2→3"]);
    expect(named(0)).toEqual(["- not-a-whole-number travelTimes.seconds 0→0"]);
  });

  test("a party beyond all measure is named once for itself and once for the vehicles", () => {
    expect(say(checkProblem({ ...problem, ...ofTrip({ seats: 10_001 }) }))).toEqual([
      "r1 beyond-ten-thousand seats",
      "r1 load-above-every-vehicle seats",
    ]);
    expect(say(checkProblem({ ...problem, ...ofTrip({ wheelchairs: 10_001 }) }))).toEqual([
      "r1 beyond-ten-thousand wheelchairs",
      "r1 load-above-every-vehicle seats",
    ]);
  });
});

describe("what stands just at its limit makes sense", () => {
  test.each<[string, Partial<Problem>]>([
    ["the last instant", { now: 2 ** 31 - 1 }],
    ["a ride as long as can be told", ofTrip({ rideSecondsMax: 2 ** 31 - 1, alightSeconds: 2 ** 31 - 1 })],
    [
      "windows of one second",
      ofTrip({ pickup: { earliest: 7, latest: 7 }, dropoff: { earliest: 9, latest: 9 } }),
    ],
    ["the first place and the last", ofTrip({ pickupPlace: 4, dropoffPlace: 0 })],
    ["a rider in a wheelchair alone", ofTrip({ seats: 0, wheelchairs: 1 })],
    [
      "the largest vehicle, and a party that fills it",
      { ...ofDuty({ seats: 10_000 }), ...ofTrip({ seats: 10_000 }) },
    ],
    ["a duty of one second, without work", ofDuty({ startsAt: 50, endsAt: 50, workSecondsMax: 0 })],
    ["a duty at the last place", ofDuty({ startPlace: 4, endPlace: 4 })],
    ["a closure of no length", ofClosure({ place: 4 })],
    ["metres for every leg", ofTimes({ meters: new Int32Array(25) })],
    ["roads that know no pace", ofTimes({ pace: undefined })],
    ["the fastest pace and the slowest", paced([0, 100], [1, 100_000])],
    ["a ride that is over", ofProgress({ done: [boarded, alighted] })],
    ["a vehicle that brings who has boarded", ofProgress({ drivingTo: alighted })],
    ["two vehicles under way", { progress: [driven, { ...driven, dutyId: "V2", done: [] }] }],
    ["a fleet without vehicles", { duties: [], trips: [{ ...r1!, seats: 99 }] }],
  ])("%s", (_, sound) => {
    expect(checkProblem({ ...problem, ...sound })).toEqual([]);
  });
});

describe("what makes sense and yet cannot be is named as well", () => {
  test.each<[string, Partial<Problem>, string[]]>([
    [
      "a party that V1 alone could carry, bound to V2",
      ofTrip({ seats: 5, onlyDuty: "V2" }),
      ["load-above-every-vehicle seats"],
    ],
    [
      "a wheelchair for a vehicle without a place",
      ofTrip({ wheelchairs: 1, onlyDuty: "V2" }),
      ["load-above-every-vehicle seats"],
    ],
    ["more wheelchairs than places", ofTrip({ wheelchairs: 2 }), ["load-above-every-vehicle seats"]],
    [
      "a pickup that closes before it opens",
      ofTrip({ pickup: { earliest: 2, latest: 1 } }),
      ["window-closes-before-it-opens pickup"],
    ],
    [
      "a drop-off that does",
      ofTrip({ dropoff: { earliest: 2, latest: 1 } }),
      ["window-closes-before-it-opens dropoff"],
    ],
    [
      "a break of a second more than its duty",
      ofTrip({ boardSeconds: 21_600, alightSeconds: 1, onlyDuty: "V1" }),
      ["longer-than-its-duty boardSeconds"],
    ],
    ["a break as long as its duty", ofTrip({ boardSeconds: 21_599, alightSeconds: 1, onlyDuty: "V1" }), []],
    ["a party that fills the larger vehicle", ofTrip({ seats: 8 }), []],
    ["a long ride without a duty of its own", ofTrip({ boardSeconds: 99_999 }), []],
    [
      "a pin that nobody knows",
      ofTrip({ boardSeconds: 99_999, onlyDuty: "V9" }),
      ["pinned-to-unknown-duty onlyDuty"],
    ],
  ])("%s", (_, change, named) => {
    expect(say(checkProblem({ ...problem, ...change }))).toEqual(named.map((text) => `r1 ${text}`));
  });

  test("a place that no road reaches, in this direction", () => {
    const blocked = (leg: number) => ofTimes({ seconds: problem.travelTimes.seconds.with(leg, UNREACHABLE) });
    expect(say(checkProblem({ ...problem, ...blocked(1 * 5 + 3) }))).toEqual([
      "r1 unreachable-place dropoffPlace",
    ]);
    expect(checkProblem({ ...problem, ...blocked(3 * 5 + 1) })).toEqual([]);
  });

  test("hours of one vehicle that overlap by a second, whatever the order they are told in; not of two vehicles", () => {
    const am = { ...v1!, id: "am", endsAt: at("12:00") };
    const pm = { ...v1!, id: "pm", startsAt: at("12:00") };
    const check = (...duties: Problem["duties"]) => say(checkProblem({ ...problem, trips: [], duties }));
    expect(check(pm, am)).toEqual([]);
    expect(check(pm, { ...am, endsAt: at("12:00") + 1 })).toEqual([
      "pm duties-of-one-vehicle-overlap startsAt",
    ]);
    expect(check(pm, { ...am, vehicleId: "V2", endsAt: at("13:00") })).toEqual([]);
    const evening = { ...pm, id: "evening", startsAt: at("14:59") };
    expect(check(am, pm, evening)).toEqual(["evening duties-of-one-vehicle-overlap startsAt"]);
  });

  test("hours are not compared where something makes no sense", () => {
    const twice = { ...v1!, id: "V1 again" };
    expect(say(checkProblem({ ...problem, duties: [v1!, twice], now: -1 }))).toEqual([
      "- not-a-whole-number now",
    ]);
  });
});

/** A party that counts how often its size is read. */
class Counted {
  looks = 0;
  private readonly size: number;

  constructor(size: number) {
    this.size = size;
  }

  get seats(): number {
    this.looks++;
    return this.size;
  }
}

test("a sound trip is looked at and added up, no more: a day's trips are read with every question", () => {
  const looksAt = ({ seats = 1, ...change }: Partial<Trip>) => {
    const { seats: _, ...numbers } = { ...r1!, ...change };
    const counted = Object.assign(new Counted(seats), numbers);
    const found = [...tripFindings(counted, { dutyIds: new Set(), travelTimes: problem.travelTimes })];
    return [found.length, counted.looks];
  };
  expect(looksAt({})).toEqual([0, 2]);
  expect(looksAt({ seats: 10_000, wheelchairs: 10_000, pickupPlace: 4, dropoffPlace: 4 })).toEqual([0, 2]);
  expect(looksAt({ dropoffPlace: 5 })).toEqual([1, 3]); // and once more to say what is wrong
});
