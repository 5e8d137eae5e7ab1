import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { ENGLISH, JAPANESE } from "../src/index.ts";
import { parseTown } from "../src/parse-town.ts";

const EXAMPLE = readFileSync(new URL("../../../docs/examples/town.json", import.meta.url), "utf8");

describe("a municipality from a file", () => {
  test("the example of the docs is taken as it is", () => {
    expect(parseTown(JSON.parse(EXAMPLE))).toEqual({ ok: true, value: JSON.parse(EXAMPLE) });
  });

  const SWAPPED = { lat: 131.2, lng: 33.9 };
  const BACKWARDS = [{ from: "15:00", to: "09:00" }];
  const OPEN_RING = [131, 132, 133, 134].map((lng) => [lng, 34]);
  test.each<[string, string, unknown, string]>([
    ["a missing field", "service.phoneNumber", undefined, "service.phoneNumber: write a text."],
    ["a misspelt field", "service.stops.1.activ", {}, "service.stops[1].activ: there is no such field"],
    [
      "latitude for longitude",
      "service.stops.0.position",
      SWAPPED,
      "stops[0].position.lat: write a number from -90",
    ],
    [
      "half a yen",
      "service.fareTables.0.yen.senior",
      150.5,
      "service.fareTables[0].yen.senior: write a whole number",
    ],
    [
      "a day that is none",
      "service.calendar.extraDays",
      ["2026-02-30"],
      "service.calendar.extraDays[0]: write a date",
    ],
    [
      "a period turned round",
      "service.servicePeriod.to",
      "2020-01-01",
      "service.servicePeriod.to: the last date lies",
    ],
    [
      "hours turned round",
      "service.calendar.hours",
      BACKWARDS,
      "service.calendar.hours[0].to: the end lies before",
    ],
    [
      "two stops of one number",
      "service.stops.1.number",
      1,
      "service.stops[1].number: “1” stands there twice",
    ],
    [
      "a rule about no stop",
      "service.stopPairRules.0.to",
      "s99",
      "service.stopPairRules[0].to: there is no stop “s99”",
    ],
    ["a time zone of no place", "service.timeZone", "Asia/Atlantis", "service.timeZone: write a time zone"],
    ["no vehicle", "service.vehicles", [], "service.vehicles: the list has too few entries"],
    ["an id with blanks", "id", "My Town", "id: write an id of small letters"],
    ["an area that is not closed", "service.area", [OPEN_RING], "service.area[0]: write points"],
    [
      "a least window above the window",
      "service.standards.pickupWindowLeast",
      3600,
      "at most the value of pickupWindow",
    ],
    ["a pace of standstill", "service.pace.snow.permille", 0, "service.pace: write hours in order"],
  ])("%s is named with its place and what to write", (_fault, path, value, sentence) => {
    const file = JSON.parse(EXAMPLE);
    const names = path.split(".");
    const last = names.pop()!;
    names.reduce((inner, name) => inner[name], file)[last] = value;
    const town = parseTown(file);
    if (town.ok) throw new Error("was taken");
    expect(town.error.map(ENGLISH.townFault)).toEqual([expect.stringContaining(sentence)]);
    expect(town.error.map(JAPANESE.townFault).join()).toMatch(/(ください|足りません)。$/);
  });

  test("data of any other form is refused, not thrown at", () => {
    for (const value of [
      null,
      3,
      "text",
      [],
      {},
      { id: [], name: {}, service: { stops: {}, __proto__: null } },
    ])
      expect(parseTown(value).ok).toBe(false);
  });
});
