import { describe, expect, test } from "vitest";
import { isBarrierToCars, isOpenToCars } from "../src/car-access.ts";
import { drivingDirection } from "../src/one-way.ts";
import { metersPerHourOf, parseMaxSpeed } from "../src/speed.ts";
import { readTurnRestriction } from "../src/turn-restriction.ts";

const tags = (text: string): Record<string, string> =>
  Object.fromEntries(text.split(" ").map((entry) => entry.split("=") as [string, string]));

describe("a car may drive", () => {
  test.each([
    ["highway=residential", true],
    ["highway=motorway_link", true],
    ["highway=footway", false],
    ["highway=cycleway motor_vehicle=yes", false],
    ["highway=busway", false],
    ["highway=track", false],
    ["highway=track motor_vehicle=yes", true],
    ["highway=track access=yes", false],
    ["highway=pedestrian motorcar=designated", true],
    ["highway=service access=private", false],
    ["highway=service access=customers", true],
    ["highway=residential access=no motor_vehicle=destination", true],
    ["highway=residential motor_vehicle=yes motorcar=no", false],
    ["highway=residential vehicle=no motor_vehicle=permissive", true],
    ["highway=residential access=psv", false],
    ["highway=residential motor_vehicle=agricultural;forestry", false],
    ["highway=residential motor_vehicle=delivery;destination", true],
    ["highway=service area=yes", false],
    ["highway=construction", false],
  ])("%s: %s", (text, expected) => {
    expect(isOpenToCars(tags(text))).toBe(expected);
  });
});

describe("a node ends the road", () => {
  test.each([
    ["barrier=bollard", true],
    ["barrier=bollard motor_vehicle=yes", false],
    ["barrier=gate", false],
    ["barrier=gate access=private", true],
    ["barrier=lift_gate access=private motorcar=permissive", false],
    ["highway=crossing vehicle=no", false],
  ])("%s: %s", (text, expected) => {
    expect(isBarrierToCars(tags(text))).toBe(expected);
  });
});

describe("the direction of a street", () => {
  test.each([
    ["highway=residential", "both"],
    ["highway=residential oneway=yes", "forward"],
    ["highway=residential oneway=-1", "backward"],
    ["highway=residential oneway=reversible", "none"],
    ["highway=residential oneway=yes oneway:motorcar=no", "both"],
    ["highway=residential junction=circular", "forward"],
    ["highway=motorway", "forward"],
    ["highway=motorway oneway=no", "both"],
    ["highway=motorway_link", "both"],
  ])("%s: %s", (text, expected) => {
    expect(drivingDirection(tags(text))).toBe(expected);
  });
});

describe("a posted limit in metres per hour", () => {
  test.each([
    ["30", 30_000],
    ["30 mph", 48_270],
    ["50 km/h", 50_000],
    ["50;30", 30_000],
    ["walk", 5_000],
    ["none", undefined],
    ["JP:urban", undefined],
    ["0", undefined],
    ["-30", undefined],
    ["999", undefined],
    ["", undefined],
    [undefined, undefined],
  ])("%s: %s", (text, expected) => {
    expect(parseMaxSpeed(text)).toBe(expected);
  });
  test("a car park aisle is not driven at the limit of the estate around it", () => {
    expect(metersPerHourOf(tags("highway=service maxspeed=30"))).toBe(12_000);
  });
});

describe("a restriction that does not matter to this map says why", () => {
  const members = [
    { type: "way", ref: 1, role: "from" },
    { type: "node", ref: 2, role: "via" },
    { type: "way", ref: 3, role: "to" },
  ] as const;
  const read = (text: string, roles: readonly string[] = ["from", "via", "to"]) =>
    readTurnRestriction({
      id: 1,
      members: members.filter(({ role }) => roles.includes(role)),
      tags: tags(text),
    });
  test.each([
    ["restriction=no_left_turn except=motorcar;psv", "not-for-cars"],
    ["restriction:hgv=no_left_turn", "not-for-cars"],
    ["restriction:conditional=no_left_turn", "conditional"],
    ["restriction=no_left_turn hour_on=07:00", "conditional"],
    ["restriction=never", "incomplete"],
  ])("%s: %s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });
  test("without a place or a street it is incomplete", () => {
    expect(read("restriction=no_left_turn", ["from", "to"])).toBe("incomplete");
    expect(read("restriction=no_left_turn", ["from", "via"])).toBe("incomplete");
  });
  test("over a stretch of road it is a via-way", () => {
    const over = { type: "way", ref: 9, role: "via" } as const;
    const relation = { id: 1, members: [...members, over], tags: { restriction: "no_u_turn" } };
    expect(readTurnRestriction(relation)).toBe("via-way");
  });
  test("buses and bicycles excepted, it still binds a car", () => {
    expect(read("restriction=no_left_turn except=bus;bicycle")).toMatchObject({ kind: "no" });
  });
});
