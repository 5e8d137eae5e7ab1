import type { Stop } from "@noriai/api";
import { describe, expect, test } from "vitest";
import { memberQuery } from "../src/desk/member-query.ts";
import { memberDraftFrom, memberFaults, newMemberOf } from "../src/desk/new-member.ts";
import { stopsNear } from "../src/desk/stops-near.ts";
import { typedDate } from "../src/desk/typed-date.ts";
import { typedTime } from "../src/desk/typed-time.ts";

test.each([
  ["930", "09:30"],
  ["0930", "09:30"],
  ["9:30", "09:30"],
  ["９：３０", "09:30"],
  ["9時30分", "09:30"],
  ["9時半", "09:30"],
  ["9時", "09:00"],
  ["13", "13:00"],
  ["0000", "00:00"],
  ["2359", "23:59"],
  ["2400", undefined],
  ["960", undefined],
  ["朝", undefined],
  ["", undefined],
])("a time typed as %j is %s", (text, time) => {
  expect(typedTime(text)).toBe(time);
});

test.each([
  ["昭和23年5月3日", "1948-05-03"],
  ["S23.5.3", "1948-05-03"],
  ["s23-05-03", "1948-05-03"],
  ["1948-05-03", "1948-05-03"],
  ["19480503", "1948-05-03"],
  ["1948/5/3", "1948-05-03"],
  ["平成元年1月8日", "1989-01-08"],
  ["令和２年２月２９日", "2020-02-29"],
  ["2021-02-29", undefined],
  ["1948-13-01", undefined],
  ["48-5-3", undefined],
  ["昨日", undefined],
])("a birthday said as %j is %s", (text, date) => {
  expect(typedDate(text)).toBe(date);
});

describe("the search box takes whatever the operator hears first", () => {
  test.each([
    ["0836-21-1234", "0836211234"],
    ["０８３６−２１−１２３４", "0836211234"],
    ["(0836) 21 1234", "0836211234"],
    [" なかの　しげる ", "なかの しげる"],
    ["10008", "10008"],
    ["な", undefined],
    ["  ", undefined],
  ])("%j asks for %j", (typed, query) => {
    expect(memberQuery(typed)).toBe(query);
  });
});

describe("a new member", () => {
  const draft = {
    ...memberDraftFrom("0836-21-9999", "2026-11-24"),
    name: "青木 はな",
    kana: "あおき　はな",
    birthDate: "S23.5.3",
    town: "常盤町一丁目",
  };

  test("what was searched for is already filled in: digits as phone number, kana as kana", () => {
    expect(memberDraftFrom("０８３６-21-9999", "2026-11-24").phone).toBe("0836-21-9999");
    expect(memberDraftFrom("あおき", "2026-11-24").kana).toBe("あおき");
    expect(memberDraftFrom("青木", "2026-11-24").kana).toBe("");
  });

  test("every fault is named at once", () => {
    const bad = { ...draft, name: " ", kana: "青木", phone: "21-9999", birthDate: "5月", town: "" };
    expect(memberFaults(bad)).toEqual({
      name: "missing",
      kana: "kana",
      phone: "phone",
      birthDate: "date",
      town: "missing",
    });
  });

  test("a faultless draft becomes the member to register", () => {
    expect(memberFaults(draft)).toEqual({});
    expect(newMemberOf(draft)).toEqual({
      name: "青木 はな",
      kana: "あおき はな",
      phone: "0836-21-9999",
      birthDate: "1948-05-03",
      town: "常盤町一丁目",
    });
  });

  test("the disability handbook carries its dates only when it was seen", () => {
    const seen = { ...draft, hasDisability: true, until: "R10.3.31" };
    expect(newMemberOf(seen).disability).toEqual({ seenOn: "2026-11-24", until: "2028-03-31" });
    expect(memberFaults({ ...seen, until: "いつか" })).toEqual({ until: "date" });
  });
});

test("[SAP-5.2-1] stops near the places that a caller may mean: the nearest first, each once, by the place it is nearest to", () => {
  const at = (lat: number) => ({ lat, lng: 131 });
  const stops = [34.05, 34.01, 34.02].map((lat, k) => ({ id: `s${k}`, position: at(lat) })) as Stop[];
  const places = [
    { name: "琴芝町一丁目", position: at(34) },
    { name: "琴芝町二丁目", position: at(34.019) },
  ];
  const found = stopsNear(stops, places, 2);
  expect(found.map(({ stop, near }) => [stop.id, near?.place])).toEqual([
    ["s2", "琴芝町二丁目"],
    ["s1", "琴芝町二丁目"],
  ]);
  expect(stopsNear(stops, [], 2)).toEqual([]);
});
