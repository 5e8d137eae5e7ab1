import { minutes, type Seconds, timeOfDay } from "@noriai/kernel";
import { describe, expect, test } from "vitest";
import {
  checkRequest,
  isInArea,
  openDay,
  RULES,
  type Service,
  type TripRequest,
  type World,
} from "../src/index.ts";
import { aCalendar, aService, aVehicle } from "./a-service.ts";
import {
  aParty,
  aRequest,
  arriveBy,
  aWorld,
  date,
  departAt,
  jst,
  member,
  monday,
  placesOf,
  stop,
} from "./a-world.ts";

interface Given {
  readonly now?: string;
  readonly service?: Service;
  readonly world?: Partial<World>;
}

/** Everything that stands against a request; at 08:00 on the Monday unless told otherwise. */
function against(
  request: Partial<TripRequest>,
  { now = "2022-11-28 08:00", service = aService(), world = {} }: Given = {},
) {
  const asked = aRequest(request);
  return checkRequest({
    world: { ...aWorld({ now: jst(now), service }), ...world },
    day: openDay(service, asked.serviceDate),
    request: asked,
  });
}

const kindsAgainst = (request: Partial<TripRequest>, given?: Given) =>
  against(request, given).map(({ kind }) => kind);

test("nothing stands against an ordinary request", () => {
  expect(against({})).toEqual([]);
  expect(against({ time: arriveBy(monday("10:30")) })).toEqual([]);
});

describe("booking window (予約可能期間)", () => {
  test.each([
    ["2022-11-20 23:59:59", "too-early-to-book"],
    ["2022-11-21 00:00:00", undefined],
    ["2022-11-28 09:30:00", undefined],
    ["2022-11-28 09:30:01", "past-cutoff"],
  ])("[SAP-3.2-2c] a ride on 28 November at 10:00, asked for at %s: %s", (now, expected) => {
    expect(kindsAgainst({ time: departAt(monday("10:00")) }, { now })).toEqual(expected ? [expected] : []);
  });

  test("[SAP-3.2-2c] the refusal names the instant from which, or to which, it would have been in time", () => {
    expect(against({}, { now: "2022-11-18 12:00" })).toContainEqual({
      kind: "too-early-to-book",
      opensAt: jst("2022-11-21 00:00"),
    });
    expect(against({}, { now: "2022-11-28 09:31" })).toEqual([
      { kind: "past-cutoff", closedAt: monday("09:30"), minutes: 30 },
    ]);
  });

  test("[SAP-3.2-2c] for arrive-by the time of use is the last departure that still arrives in time", () => {
    // From S1 to S2 it takes 2:36 at 30 km/h and half a minute to board: 10:26 at the latest.
    const request = { to: stop("S2"), time: arriveBy(monday("10:30")) };
    expect(kindsAgainst(request, { now: "2022-11-28 09:56" })).toEqual([]);
    expect(against(request, { now: "2022-11-28 09:56:01" })).toEqual([
      { kind: "past-cutoff", closedAt: monday("09:56"), minutes: 30 },
    ]);
  });

  test("[SAP-5.1-3] the cut-off can be set freely: at 60 minutes a request 45 minutes ahead is refused", () => {
    const bookingWindow = { opensDaysBefore: 7, closesBefore: minutes(60), closesBeforeByChannel: {} };
    expect(against({}, { now: "2022-11-28 09:15", service: aService({ bookingWindow }) })).toEqual([
      { kind: "past-cutoff", closedAt: monday("09:00"), minutes: 60 },
    ]);
  });

  test("[SAP-5.1-3] each channel may have its own cut-off", () => {
    const bookingWindow = {
      opensDaysBefore: 7,
      closesBefore: minutes(60),
      closesBeforeByChannel: { phone: minutes(10) as Seconds },
    };
    const service = aService({ bookingWindow });
    const now = "2022-11-28 09:45";
    expect(kindsAgainst({ channel: "web" }, { now, service })).toEqual(["past-cutoff"]);
    expect(kindsAgainst({ channel: "phone" }, { now, service })).toEqual([]);
  });
});

describe("days and hours", () => {
  test("[SAP-2.3] a ride before the first day of operation is refused and told the first one", () => {
    expect(
      against(
        { serviceDate: date("2022-11-18"), time: departAt(jst("2022-11-18 10:00")) },
        { now: "2022-11-15 09:00" },
      ),
    ).toEqual([{ kind: "not-operating", serviceDate: "2022-11-18", because: "period", next: "2022-11-21" }]);
  });

  test("[SAP-2.3] a ride on the first day is accepted, one after the last is refused without a next day", () => {
    const first = { serviceDate: date("2022-11-21"), time: departAt(jst("2022-11-21 10:00")) };
    expect(against(first, { now: "2022-11-14 00:00" })).toEqual([]);
    const after = { serviceDate: date("2023-04-03"), time: departAt(jst("2023-04-03 10:00")) };
    expect(against(after, { now: "2023-03-31 09:00" })).toEqual([
      { kind: "not-operating", serviceDate: "2023-04-03", because: "period" },
    ]);
  });

  test("[SAP-2.2] before the reception period nothing is received, not even on the web", () => {
    const first = { serviceDate: date("2022-11-21"), time: departAt(jst("2022-11-21 10:00")) };
    expect(kindsAgainst(first, { now: "2022-11-13 23:59:59" })).toEqual([
      "reception-closed",
      "too-early-to-book",
    ]);
    expect(kindsAgainst(first, { now: "2022-11-14 00:00" })).toEqual([]);
  });

  test("[SAP-3.2-2a] by phone outside its hours is refused, and told when it opens", () => {
    expect(against({ channel: "phone" }, { now: "2022-11-27 03:00" })).toEqual([
      { kind: "phone-closed", opens: monday("08:00") },
    ]);
  });

  test("[SAP-3.2-2b] on the web on Sunday at 03:00 for Monday is accepted", () => {
    expect(against({ channel: "web" }, { now: "2022-11-27 03:00" })).toEqual([]);
  });

  test("[SAP-3.1-1b] a departure at 08:59 is too early by a minute, at 09:00 it is in time", () => {
    const early = { time: departAt(monday("08:59")) };
    expect(against(early)).toEqual([{ kind: "outside-hours", opens: "09:00", closes: "15:00", by: 60 }]);
    expect(against({ time: departAt(monday("09:00")) })).toEqual([]);
  });

  test("[SAP-3.1-1b] the last drop-off is at 15:00: a ride of 2:36 can leave at 14:56 and not at 14:57 (D-03)", () => {
    const request = (time: string) => ({ to: stop("S2"), time: departAt(monday(time)) });
    expect(against(request("14:56"))).toEqual([]);
    expect(against(request("14:57"))).toEqual([
      { kind: "outside-hours", opens: "09:00", closes: "15:00", by: 6 },
    ]);
  });

  test("[SAP-3.1-1b] where only boarding has to be in time, a ride may leave at 15:00 (D-03, switchable)", () => {
    const standards = { ...aService().standards, lastDropoffWithinHours: false };
    const service = aService({ standards });
    expect(against({ time: departAt(monday("15:00")) }, { service })).toEqual([]);
    expect(kindsAgainst({ time: departAt(monday("15:01")) }, { service })).toEqual(["outside-hours"]);
  });

  test("a time between two bands is outside by the distance to the nearer one", () => {
    const band = (from: string, to: string) => ({ from: timeOfDay(from), to: timeOfDay(to) });
    const calendar = aCalendar({ hours: [band("09:00", "11:00"), band("13:00", "15:00")] });
    expect(against({ time: departAt(monday("12:50")) }, { service: aService({ calendar }) })).toEqual([
      { kind: "outside-hours", opens: "13:00", closes: "15:00", by: 600 },
    ]);
  });
});

describe("stops and area", () => {
  test("a stop nobody knows is named by its end", () => {
    expect(against({ to: stop("S99") })).toEqual([{ kind: "unknown-stop", field: "to" }]);
  });

  test("[SAP-5.2-2] boarding and alighting at the same stop is refused", () => {
    expect(against({ to: stop("S1") })).toEqual([{ kind: "same-stop" }]);
  });

  test("[SAP-3.1-4] a stop closed from a day on is in use on the day before", () => {
    const stops = aService().stops.map((one) =>
      one.id === "S9" ? { ...one, active: { to: date("2022-11-28") } } : one,
    );
    const service = aService({ stops });
    expect(against({}, { service })).toEqual([]);
    const tuesday = { serviceDate: date("2022-11-29"), time: departAt(jst("2022-11-29 10:00")) };
    expect(against(tuesday, { service })).toEqual([{ kind: "stop-closed", field: "to", stop: "S9" }]);
  });

  test("[SAP-5.1-4] a pair of stops that is banned is refused with the reason, in that direction only", () => {
    const service = aService({ stopPairRules: [{ from: stop("S1"), to: stop("S9"), reason: "路線バス" }] });
    expect(against({}, { service })).toEqual([{ kind: "stop-pair", reason: "路線バス" }]);
    expect(against({ from: stop("S9"), to: stop("S1") }, { service })).toEqual([]);
  });

  const square = [
    [141.19, 43.09],
    [141.25, 43.09],
    [141.25, 43.15],
    [141.19, 43.15],
  ] as const;
  const hole = [
    [141.22, 43.115],
    [141.23, 43.115],
    [141.23, 43.125],
    [141.22, 43.125],
  ] as const;

  test("[SAP-3.1-2] a stop in a hole of the area, or beyond its edge, is outside", () => {
    expect(isInArea({ lat: 43.1, lng: 141.2 }, [square, hole])).toBe(true);
    expect(isInArea({ lat: 43.12, lng: 141.225 }, [square, hole])).toBe(false);
    expect(isInArea({ lat: 43.1, lng: 141.3 }, [square, hole])).toBe(false);
    const service = aService({ area: [square, hole] });
    expect(against({}, { service })).toEqual([{ kind: "outside-area", field: "to", stop: "S9" }]);
    expect(against({ to: stop("S2") }, { service })).toEqual([]);
  });

  test("an area of two parts holds the stops of both; a closed ring means the same", () => {
    const far = [
      [10, 10],
      [11, 10],
      [11, 11],
      [10, 11],
      [10, 10],
    ] as const;
    expect(isInArea({ lat: 10.5, lng: 10.5 }, [square, far])).toBe(true);
    expect(isInArea({ lat: 43.1, lng: 141.2 }, [square, far])).toBe(true);
  });

  test("a stop too far from any road is refused with the distance", () => {
    const service = aService();
    const known = placesOf(service);
    const stops = new Map([...known.stops].filter(([id]) => id !== "S9"));
    const travel = { ...known, stops, offRoad: new Map([[stop("S9"), 312.4]]) };
    expect(against({}, { service, world: { travel } })).toEqual([
      { kind: "off-road", field: "to", stop: "S9", meters: 312 },
    ]);
  });
});

describe("who rides", () => {
  test("[SAP-3.1-7] who is not a member cannot book, on any channel", () => {
    const world = { findMember: () => undefined };
    expect(kindsAgainst({ channel: "web" }, { world })).toEqual(["not-a-member"]);
    expect(kindsAgainst({ channel: "phone" }, { world })).toEqual(["not-a-member"]);
    expect(kindsAgainst({}, { world, service: aService({ membersOnly: false }) })).toEqual([]);
  });

  test("[SAP-3.1-6] a ninth person does not fit into the vehicle for eight", () => {
    expect(against({ party: aParty({ general: 8 }) })).toEqual([]);
    expect(against({ party: aParty({ general: 9 }) })).toEqual([
      { kind: "party-too-large", seats: 8, over: 1 },
    ]);
  });

  test("[SAP-3.1-6] an infant takes a seat too (D-16)", () => {
    expect(kindsAgainst({ party: aParty({ general: 7, infant: 2 }) })).toEqual(["party-too-large"]);
  });

  test("a wheelchair takes its place and two seats", () => {
    expect(against({ party: aParty({ general: 7 }), wheelchairs: 1 })).toEqual([]);
    expect(against({ party: aParty({ general: 8 }), wheelchairs: 1 })).toEqual([
      { kind: "party-too-large", seats: 6, over: 1 },
    ]);
    expect(against({ party: aParty({ general: 2 }), wheelchairs: 2 })).toEqual([
      { kind: "too-many-wheelchairs", places: 1, over: 1 },
    ]);
    expect(against({ party: aParty(), wheelchairs: 2 })).toEqual([
      { kind: "wheelchairs-exceed-party", over: 1 },
    ]);
  });

  test("the largest vehicle decides how large a party may be", () => {
    const service = aService({ vehicles: [aVehicle(1, { seats: 4 }), aVehicle(2, { seats: 10 })] });
    expect(against({ party: aParty({ general: 10 }) }, { service })).toEqual([]);
    expect(against({ party: aParty({ general: 11 }) }, { service })).toEqual([
      { kind: "party-too-large", seats: 10, over: 1 },
    ]);
  });

  test("nobody, and infants alone, cannot ride", () => {
    expect(against({ party: aParty({ general: 0 }) })).toEqual([{ kind: "empty-party" }]);
    expect(against({ party: aParty({ general: 0, infant: 1 }) })).toEqual([{ kind: "infants-alone" }]);
  });
});

test("everything that stands against a request is told, weightiest first", () => {
  expect(
    kindsAgainst(
      { channel: "phone", to: stop("S1"), party: aParty({ general: 9 }), memberId: member("nobody") },
      { now: "2022-11-19 03:00", world: { findMember: () => undefined } },
    ),
  ).toEqual(["not-a-member", "same-stop", "party-too-large", "phone-closed", "too-early-to-book"]);
});

test("every rule has a name of its own", () => {
  expect(new Set(RULES.map(({ name }) => name)).size).toBe(RULES.length);
});
