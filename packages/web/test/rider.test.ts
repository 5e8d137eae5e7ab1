import { expect, test } from "vitest";
import { makeFormat } from "../src/format.ts";
import { readingParts, withoutReadings } from "../src/furigana/reading-parts.ts";
import {
  canShow,
  type Draft,
  draftAs,
  draftToChange,
  EMPTY_DRAFT,
  openStep,
  requestOf,
} from "../src/rider/draft.ts";
import { frequentStops } from "../src/rider/frequent-stops.ts";
import { nearestTime, timeChoices } from "../src/rider/time-choices.ts";
import { shownBy } from "../src/server-clock.ts";
import { companionsOf } from "../src/ui/companions.ts";
import { findStops } from "../src/ui/find-stops.ts";
import { kanaRowOf } from "../src/ui/kana-row.ts";
import { NOBODY } from "../src/ui/party.ts";
import { instantAt, wallTimeOf } from "../src/wall-time.ts";

const TOKYO = "Asia/Tokyo";
const epoch = (text: string) => Date.parse(text) / 1000;
const choices = (date: string, now: string) =>
  timeChoices({
    bands: [{ from: "09:00", to: "15:00" }],
    date,
    now: epoch(now),
    closesBefore: 1800,
    timeZone: TOKYO,
  });

test("the times of a day go by five minutes from opening to closing, both included", () => {
  const all = choices("2026-11-25", "2026-11-24T08:40:00+09:00");
  expect([all[0], all[1], all.at(-1), all.length]).toEqual(["09:00", "09:05", "15:00", 73]);
});

test("[SAP-3.2-2c] on the present day only times up to the cut-off can be chosen, the cut-off itself included", () => {
  expect(choices("2026-11-24", "2026-11-24T09:30:00+09:00")[0]).toBe("10:00");
  expect(choices("2026-11-24", "2026-11-24T09:30:01+09:00")[0]).toBe("10:05");
  expect(choices("2026-11-24", "2026-11-24T14:31:00+09:00")).toEqual([]);
  expect(choices("2026-11-24", "2026-11-24T23:45:00+09:00")).toEqual([]);
});

test("a lunch break leaves no times between the bands", () => {
  const bands = [
    { from: "09:00", to: "09:10" },
    { from: "13:02", to: "13:10" },
  ];
  expect(timeChoices({ bands, date: "2026-11-25", now: 0, closesBefore: 0, timeZone: TOKYO })).toEqual([
    "09:00",
    "09:05",
    "09:10",
    "13:05",
    "13:10",
  ]);
});

test("another day keeps the nearest time to the one chosen before", () => {
  expect(nearestTime(["10:05", "10:10", "14:00"], "09:00")).toBe("10:05");
  expect(nearestTime([], "09:00")).toBeUndefined();
});

test("the steps open one after the other, and each one done can be shown again", () => {
  const from: Draft = { ...EMPTY_DRAFT, from: "s01" };
  const whole: Draft = { ...from, to: "s02", date: "2026-11-24", time: "10:00", partyKnown: true };
  expect(openStep(EMPTY_DRAFT)).toBe("from");
  expect(openStep(from)).toBe("to");
  expect(openStep({ ...from, to: "s01" })).toBe("to");
  expect(openStep({ ...whole, partyKnown: false })).toBe("who");
  expect(openStep(whole)).toBe("offer");
  expect([canShow(from, "from"), canShow(from, "to"), canShow(from, "when")]).toEqual([true, true, false]);
});

test("a whole draft becomes a request with the offset of the service's zone", () => {
  const draft: Draft = {
    ...EMPTY_DRAFT,
    from: "s01",
    to: "s02",
    date: "2026-11-24",
    time: "10:05",
    mode: "arrive",
  };
  expect(requestOf(draft, TOKYO)).toEqual({
    from: "s01",
    to: "s02",
    time: { mode: "arrive", at: "2026-11-24T10:05:00+09:00" },
    companions: NOBODY,
    wheelchairs: 0,
  });
  expect(requestOf({ ...draft, companions: { ...NOBODY, child: 1 }, replaces: "b1" }, TOKYO)).toMatchObject({
    replaces: "b1",
  });
});

test("an alternative that is chosen changes the time and the stops, and nothing else", () => {
  const draft: Draft = {
    ...EMPTY_DRAFT,
    from: "s01",
    to: "s02",
    date: "2026-11-24",
    time: "10:05",
    wheelchairs: 1,
  };
  const time = { mode: "arrive", at: "2026-11-25T11:20:00+09:00" } as const;
  expect(draftAs(draft, { time, from: "s01", to: "s03" }, TOKYO)).toEqual({
    ...draft,
    to: "s03",
    mode: "arrive",
    date: "2026-11-25",
    time: "11:20",
  });
});

test("changing a booking begins with everything it held, and names the booking that it replaces", () => {
  const trip = {
    serviceDate: "2026-11-24",
    from: "s01",
    to: "s02",
    time: { mode: "depart" as const, at: "2026-11-24T10:05:00+09:00" },
    party: { ...NOBODY, senior: 1, child: 2 },
    wheelchairs: 1,
  };
  expect(draftToChange({ id: "b1", trip }, "senior", TOKYO)).toEqual({
    from: "s01",
    to: "s02",
    mode: "depart",
    date: "2026-11-24",
    time: "10:05",
    companions: { ...NOBODY, child: 2 },
    wheelchairs: 1,
    needs: [],
    partyKnown: true,
    replaces: "b1",
  });
});

test("a member who has turned seventy since is still taken out of the old party once", () => {
  expect(companionsOf({ ...NOBODY, general: 2 }, "senior")).toEqual({ ...NOBODY, general: 1 });
});

test("the stops used most come first", () => {
  const trip = (from: string, to: string) =>
    ({ trip: { from, to } }) as Parameters<typeof frequentStops>[0][number];
  expect(frequentStops([trip("s01", "s02"), trip("s02", "s03"), trip("s03", "s02")], 2)).toEqual([
    "s02",
    "s03",
  ]);
});

test("a reading belongs to the row of its first kana, with marks and in katakana too", () => {
  expect(["うべ", "がっこう", "ｼﾝｶﾜ", "パーク", "ゆめ", "わたなべ"].map(kanaRowOf)).toEqual([
    "あ",
    "か",
    "さ",
    "は",
    "や",
    "わ",
  ]);
  expect(kanaRowOf("UBE")).toBeUndefined();
  expect(kanaRowOf("")).toBeUndefined();
});

const STOPS = [
  { number: 1, name: "新川ふれあいセンター", kana: "しんかわふれあいせんたー", aliases: [] },
  { number: 3, name: "中央公園", kana: "ちゅうおうこうえん", aliases: ["噴水前"] },
  { number: 13, name: "常盤公園", kana: "ときわこうえん", aliases: [] },
  { number: 30, name: "公園通り", kana: "こうえんどおり", aliases: [] },
];
const found = (word: string) => findStops(STOPS, word).map(({ number }) => number);

test("a stop is found by another name that people use for it", () => {
  expect(found("噴水")).toEqual([3]);
});

test("a stop is found by a part of its name or reading, those that begin with the word first", () => {
  expect(found("公園")).toEqual([30, 3, 13]);
  expect(found("しんかわ")).toEqual([1]);
  expect(found("シンカワ　フレアイ")).toEqual([1]);
  expect(found("ｺｳｴﾝ")).toEqual([30, 3, 13]);
  expect(found("駅")).toEqual([]);
});

test("a stop is found by its sound where nothing is written like it", () => {
  expect(found("ちゅーおー")).toEqual([3]);
  expect(found("ときわコーエン")).toEqual([13]);
});

test("digits find a stop by its number, the exact one first", () => {
  expect(found("3")).toEqual([3, 30]);
  expect(found("１３")).toEqual([13]);
  expect(found("03")).toEqual([3, 30]);
});

test("an empty word finds all", () => {
  expect(found("　")).toEqual([1, 3, 13, 30]);
});

test("wall time and instant belong together in any zone, summer time too", () => {
  expect(instantAt({ date: "2026-11-24", time: "09:05" }, TOKYO)).toBe("2026-11-24T09:05:00+09:00");
  expect(instantAt({ date: "2026-07-01", time: "09:05" }, "Europe/Berlin")).toBe("2026-07-01T09:05:00+02:00");
  expect(instantAt({ date: "2026-01-15", time: "23:30" }, "America/New_York")).toBe(
    "2026-01-15T23:30:00-05:00",
  );
  expect(wallTimeOf(epoch("2026-11-24T00:00:00+09:00"), TOKYO)).toEqual({
    date: "2026-11-24",
    time: "00:00",
  });
});

test("the server's clock runs on by its own rate, and stands while it is paused", () => {
  const showedMs = Date.parse("2026-11-24T08:40:00+09:00");
  const heardAt = { elapsedMs: 1_000, deviceMs: 501_000 };
  const now = { elapsedMs: 11_000, deviceMs: 511_000 };
  const after = (rate: number) => shownBy({ showedMs, heardAt, rate }, now) - showedMs / 1000;
  expect([after(1), after(60), after(0)]).toEqual([10, 600, 0]);
});

test("dates, times and money are written as the language writes them", () => {
  const ja = makeFormat("ja", TOKYO);
  const en = makeFormat("en", TOKYO);
  expect([
    ja.date("2026-11-24T08:40:00+09:00"),
    ja.time(epoch("2026-11-24T09:05:00+09:00")),
    ja.yen(1350),
  ]).toEqual(["11月24日(火)", "9:05", "1,350円"]);
  expect([ja.serviceDate("2026-12-01"), ja.wall("09:00"), en.yen(350)]).toEqual([
    "12月1日(火)",
    "9:00",
    "¥350",
  ]);
});

test("a reading in brackets behind kanji is taken apart for drawing above them; other brackets stay", () => {
  expect(readingParts("新（あたら）しく予約（よやく）する")).toEqual([
    { base: "新", reading: "あたら" },
    "しく",
    { base: "予約", reading: "よやく" },
    "する",
  ]);
  expect(readingParts("70歳（さい）から")).toEqual(["70", { base: "歳", reading: "さい" }, "から"]);
  expect(readingParts("宇部市（デモ）")).toEqual(["宇部市（デモ）"]);
  expect(withoutReadings("予約（よやく）する（デモ）")).toBe("予約する（デモ）");
});
