import type { Booking } from "@noriai/api";
import { describe, expect, test } from "vitest";
import { NO_READING, type ReadingEvent, readingAfter } from "../src/desk/reading.ts";
import { suggestedTime, timeBack } from "../src/desk/suggested-time.ts";

const service = {
  timeZone: "Asia/Tokyo",
  hours: [{ from: "09:00", to: "15:00" }],
  bookingWindow: { opensDaysBefore: 7, closesBefore: 30 * 60 },
};
const DATE = "2026-11-24";
const at = (time: string, date = DATE) => Date.parse(`${date}T${time}:00+09:00`) / 1000;
const wished = (...times: readonly string[]) => times.map((time) => `2026-11-17T${time}:00+09:00`);
const suggest = (now: string, wishedAt: readonly string[] = [], date = DATE) =>
  suggestedTime({ service, date, now: at(now), wishedAt });

describe("[SAP-5.1-2] the time that a trip begins with", () => {
  test("is the usual one while it can be booked", () => {
    expect(suggest("08:40", wished("10:30", "10:00", "13:00"))).toBe("10:30");
  });
  test("is the next whole ten minutes that can be booked, once the usual one is past", () => {
    expect(suggest("10:03", wished("10:30"))).toBe("10:40");
    expect(suggest("11:00", wished("10:30"))).toBe("11:40");
  });
  test("is the beginning of the hours early in the day and on later days", () => {
    expect(suggest("07:00")).toBe("09:00");
    expect(suggest("14:59", [], "2026-11-25")).toBe("09:00");
  });
  test("is not there when nothing can be booked on that date any more", () => {
    expect(suggest("14:40")).toBe("");
    expect(suggest("10:00", [], "2026-11-23")).toBe("");
  });
  test("of the way back is an hour after the arrival of the ride there", () => {
    const there = { from: "s1", to: "s2" };
    const booking = {
      state: "confirmed",
      trip: { ...there, serviceDate: DATE },
      promise: { pickupFrom: `${DATE}T10:00:00+09:00`, arriveBy: `${DATE}T10:25:00+09:00` },
    } as Booking;
    const back = (bookings: readonly Booking[]) =>
      timeBack({ service, date: DATE, now: at("08:40"), there, bookings });
    expect(back([booking])).toBe("11:30");
    expect(back([])).toBeUndefined();
  });
});

describe("the reading of a name follows from how it was typed", () => {
  const compose = (...texts: readonly string[]): ReadingEvent[] => [
    ...texts.map((text) => ({ kind: "composing", text }) as const),
    { kind: "composed", text: texts.at(-1)! },
  ];
  const heard = (...events: readonly ReadingEvent[]) => events.reduce(readingAfter, NO_READING).kana;

  test("family name, space, given name", () => {
    const family = compose("ｙ", "や", "やｍ", "やま", "やまｄ", "やまだ", "山田");
    const given = compose("ｈ", "は", "はｎ", "はな", "はなｋ", "はなこ", "花子");
    expect(heard(...family, { kind: "typed", name: "山田 " }, ...given)).toBe("やまだ はなこ");
  });
  test("a last n becomes ん with the conversion", () => {
    expect(heard(...compose("けｎ", "健"))).toBe("けん");
  });
  test("kana taken over as they are stay kana, and a word given up leaves nothing", () => {
    expect(heard(...compose("さ", "さく", "さくら"))).toBe("さくら");
    expect(heard({ kind: "composing", text: "さ" }, { kind: "composed", text: "" })).toBe("");
  });
  test("an emptied name begins anew", () => {
    expect(heard(...compose("やま", "山"), { kind: "typed", name: "" }, ...compose("かわ", "川"))).toBe(
      "かわ",
    );
  });
});
