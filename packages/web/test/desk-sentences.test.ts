import type { Booking, PublicService } from "@noriai/api";
import { describe, expect, test } from "vitest";
import { firstDate } from "../src/desk/first-date.ts";
import { spokenBooking, spokenOffer, spokenPlate } from "../src/desk/spoken-words.ts";
import { deskMessages } from "../src/messages/desk/index.ts";

const service = {
  timeZone: "Asia/Tokyo",
  hours: [{ from: "09:00", to: "15:00" }],
  stops: [
    { id: "s1", number: 1, name: "市民会館" },
    { id: "s2", number: 2, name: "中央病院" },
  ],
  vehicles: [{ id: "v1", name: "のりあい1号車", plate: "山口 300 あ 12-34", colour: "白" }],
  days: [
    { serviceDate: "2026-11-24", operating: true, bookable: true },
    { serviceDate: "2026-11-25", operating: false, bookable: false },
    { serviceDate: "2026-11-26", operating: true, bookable: true },
  ],
} as unknown as PublicService;

const booking = {
  trip: {
    serviceDate: "2026-11-24",
    from: "s1",
    to: "s2",
    party: { general: 1, senior: 2, disabled: 0, child: 0, infant: 0 },
    wheelchairs: 1,
  },
  promise: {
    pickupFrom: "2026-11-24T10:00:00+09:00",
    pickupTo: "2026-11-24T10:20:00+09:00",
    arriveBy: "2026-11-24T10:45:00+09:00",
  },
  fare: { lines: [], total: 650 },
  boardingCode: "4821",
  vehicleId: "v1",
} as unknown as Booking;

const ja = deskMessages.ja;
const spoken = { service, language: "ja" } as const;

describe("[SAP-5.1-2] the operator reads back what will be booked", () => {
  test("stops, window, latest arrival, party, wheelchair and fare, politely and in this order", () => {
    expect(ja.offer.sentence(spokenOffer(booking, spoken)).join("")).toBe(
      "復唱いたします。11月24日火曜日、「市民会館」から「中央病院」までのご利用ですね。" +
        "お迎えは午前10時ちょうどから午前10時20分までの間、ご到着は遅くとも午前10時45分の予定でございます。" +
        "ご乗車は3名様（一般運賃の方が1名様、高齢者運賃の方が2名様）、車いすは1台、運賃は合計650円でございます。" +
        "こちらでご予約をお取りしてよろしいでしょうか。",
    );
  });

  test("of a change, from what to what: the ride before, the ride after, and the fare where it becomes another", () => {
    const after = {
      ...booking,
      trip: { ...booking.trip, serviceDate: "2026-11-26", wheelchairs: 0 },
      promise: {
        pickupFrom: "2026-11-26T11:00:00+09:00",
        pickupTo: "2026-11-26T11:20:00+09:00",
        arriveBy: "2026-11-26T11:45:00+09:00",
      },
    } as Booking;
    const said = (offer: Booking) =>
      ja.offer.sentence(spokenOffer(offer, spoken), spokenOffer(booking, spoken)).join("");
    expect(said(after)).toBe(
      "復唱いたします。11月24日火曜日、「市民会館」から「中央病院」まで、" +
        "お迎えは午前10時ちょうどから午前10時20分までの間、3名様、車いす1台のご予約を、次のように変更いたします。" +
        "変更後は、11月26日木曜日、「市民会館」から「中央病院」までのご利用でございます。" +
        "お迎えは午前11時ちょうどから午前11時20分までの間、ご到着は遅くとも午前11時45分の予定でございます。" +
        "ご乗車は3名様（一般運賃の方が1名様、高齢者運賃の方が2名様）、運賃は合計650円でございます。" +
        "このように変更してよろしいでしょうか。",
    );
    expect(said({ ...after, fare: { lines: [], total: 0 } })).toContain(
      "運賃は合計650円から無料に変わります。",
    );
  });

  test("a single rider is not counted twice, and a free ride is said to be free", () => {
    const alone = {
      ...booking,
      trip: { ...booking.trip, party: { ...booking.trip.party, senior: 0 }, wheelchairs: 0 },
      fare: { lines: [], total: 0 },
    };
    expect(ja.offer.sentence(spokenOffer(alone, spoken))[2]).toBe("ご乗車は1名様、運賃は無料でございます。");
  });

  test("a promise without room is said as one time", () => {
    const promise = { ...booking.promise, pickupTo: booking.promise.pickupFrom };
    expect(ja.offer.sentence(spokenOffer({ ...booking, promise }, spoken))[1]).toContain(
      "お迎えは午前10時ちょうど、",
    );
  });

  test("after booking the caller hears code, stop, time and how to know the vehicle", () => {
    const sentence = ja.confirmed.sentence(spokenBooking(booking, spoken)).join("");
    for (const part of [
      "4、8、2、1",
      "午前10時ちょうどまでに",
      "「市民会館」",
      "白の「のりあい1号車」",
      "山口300、あ、12-34",
    ])
      expect(sentence).toContain(part);
  });

  test("after a change the caller hears that it is one, and the code again", () => {
    const sentence = ja.confirmed.sentence(spokenBooking(booking, spoken), true).join("");
    expect(sentence).toContain("までのご予約に変更いたしました。");
    expect(sentence).toContain("4、8、2、1");
  });

  test.each([
    ["2026-11-24T09:05:00+09:00", "午前9時5分"],
    ["2026-11-24T12:00:00+09:00", "正午"],
    ["2026-11-24T12:20:00+09:00", "お昼の12時20分"],
    ["2026-11-24T14:00:00+09:00", "午後2時ちょうど"],
  ])("%s is said so that morning and afternoon are not mistaken: %s", (pickupFrom, said) => {
    const promise = { ...booking.promise, pickupFrom, pickupTo: pickupFrom };
    expect(ja.offer.sentence(spokenOffer({ ...booking, promise }, spoken))[1]).toContain(`お迎えは${said}、`);
  });

  test("the dots of a short number plate are not read aloud", () => {
    expect(spokenPlate("山口 300 あ ・・・1", "ja")).toBe("山口300、あ、1");
  });

  test("[SAP-5.5-3] other times are offered as one polite question", () => {
    const times = [
      { mode: "depart", time: { hour: 9, minute: 40 }, day: undefined },
      { mode: "arrive", time: { hour: 10, minute: 25 }, day: "11月26日木曜日" },
    ] as const;
    expect(ja.refusal.sentence(times)).toBe(
      "午前9時40分のご出発、または、11月26日木曜日の午前10時25分のご到着でしたらご案内できますが、いかがでしょうか。",
    );
  });

  test.each(["ja", "ja-easy", "en"] as const)("nothing is left out in %s", (language) => {
    const lines = deskMessages[language].offer
      .sentence(spokenOffer(booking, { service, language }))
      .join(" ");
    for (const part of ["市民会館", "中央病院", "10", "45", "3", "650"]) expect(lines).toContain(part);
    expect(lines).not.toMatch(/undefined|NaN|\[object/);
  });

  test.each(["ja", "ja-easy", "en"] as const)("neither side of a change is left out in %s", (language) => {
    const after = {
      ...booking,
      trip: { ...booking.trip, to: "s1", from: "s2" },
      promise: { ...booking.promise, pickupFrom: "2026-11-24T11:35:00+09:00" },
      fare: { lines: [], total: 720 },
    } as Booking;
    const { offer } = deskMessages[language];
    const of = (ride: Booking) => spokenOffer(ride, { service, language });
    const lines = offer.sentence(of(after), of(booking)).join(" ");
    for (const part of ["10", "11", "35", "650", "720"]) expect(lines).toContain(part);
    expect(lines.match(/市民会館/g)).toHaveLength(2);
    expect(lines).not.toMatch(/undefined|NaN|\[object/);
  });
});

describe("the day that a caller most likely means", () => {
  const at = (text: string) => Date.parse(text) / 1000;
  test("is today while the vehicles run", () => {
    expect(firstDate(service, at("2026-11-24T14:00:00+09:00"))).toBe("2026-11-24");
  });
  test("is the next day of operation once they have stopped", () => {
    expect(firstDate(service, at("2026-11-24T15:00:00+09:00"))).toBe("2026-11-26");
  });
});
