import type { Rejection as Decided } from "@noriai/booking";
import { describe, expect, test } from "vitest";
import { makeFormat } from "../src/format.ts";
import { LANGUAGES } from "../src/language.tsx";
import { refusalLabels } from "../src/messages/refusal-labels/index.ts";
import {
  certaintyOf,
  type Rejection,
  rejectionMessages,
  wordRejections,
} from "../src/messages/rejections/index.ts";

type SameKinds<A extends { kind: string }, B extends { kind: string }> = [A["kind"]] extends [B["kind"]]
  ? [B["kind"]] extends [A["kind"]]
    ? true
    : never
  : never;
type VehicleReason<R> = R extends { kind: "no-vehicle"; duties: readonly { reason: infer V }[] } ? V : never;

/** Compiles only while every kind that the decisions know has words here, and none is worded that nobody says. */
const sameKinds: SameKinds<Decided, Rejection> = true;
const sameVehicleKinds: SameKinds<VehicleReason<Decided>, VehicleReason<Rejection>> = true;

const AT = "2026-11-24T10:00:00+09:00";
const now = Date.parse("2026-11-24T09:38:00+09:00") / 1000;

const EVERY: readonly Rejection[] = [
  { kind: "not-operating", serviceDate: "2026-11-23", because: "holiday", next: "2026-11-24" },
  { kind: "not-operating", serviceDate: "2026-11-22", because: "weekday" },
  { kind: "not-operating", serviceDate: "2027-06-01", because: "period" },
  { kind: "not-operating", serviceDate: "2026-12-30", because: "suspension" },
  { kind: "outside-hours", opens: "09:00", closes: "15:00", by: 61 },
  { kind: "intake-stopped", intakeStopId: "x1", notice: "3", plannedEnd: AT, limitedTo: [] },
  { kind: "intake-stopped", intakeStopId: "x1", notice: "3", limitedTo: ["place"] },
  { kind: "reception-closed", opens: "2026-11-14", closes: "2027-03-31" },
  { kind: "phone-closed", opens: AT },
  { kind: "phone-closed" },
  { kind: "too-early-to-book", opensAt: AT },
  { kind: "past-cutoff", closedAt: "2026-11-24T09:30:00+09:00", minutes: 30 },
  { kind: "past-cutoff", closedAt: "2026-11-24T09:00:00+09:00", minutes: 30 },
  { kind: "unknown-stop", field: "from" },
  { kind: "unknown-stop", field: "to" },
  { kind: "stop-closed", field: "to", stop: "s01" },
  { kind: "outside-area", field: "to", stop: "s01" },
  { kind: "off-road", field: "to", stop: "s01", meters: 210 },
  { kind: "same-stop" },
  { kind: "stop-pair", reason: "7" },
  { kind: "not-a-member" },
  { kind: "empty-party" },
  { kind: "infants-alone" },
  { kind: "party-too-large", seats: 8, over: 1 },
  { kind: "too-many-wheelchairs", places: 1, over: 1 },
  { kind: "wheelchairs-exceed-party", over: 2 },
  { kind: "overlaps-own-booking", bookingId: "b1" },
  { kind: "not-changeable", bookingId: "b1" },
  { kind: "no-vehicle", duties: [] },
  ...(
    [
      { kind: "no-seat", seatsShort: 1 },
      { kind: "no-wheelchair-place", placesShort: 1 },
      { kind: "duty-not-started", seconds: 600 },
      { kind: "duty-ends-before", seconds: 601 },
      { kind: "pickup-too-late", seconds: 60 },
      { kind: "dropoff-too-late", seconds: 120 },
      { kind: "ride-too-long", seconds: 180 },
      { kind: "breaks-promise", tripId: "b1", seconds: 240 },
      { kind: "work-too-long", seconds: 360 },
      { kind: "stop-closed", seconds: 300 },
      { kind: "other-duty", dutyId: "d2" },
    ] as const
  ).map((reason) => ({ kind: "no-vehicle", duties: [{ dutyId: "d1", reason }] }) as const),
];

const context = (language: (typeof LANGUAGES)[number]) => ({
  format: makeFormat(language, "Asia/Tokyo"),
  now,
  stopName: (id: string) => `<${id}>`,
  seats: [8],
});
const say = (rejection: { kind: string }, language: (typeof LANGUAGES)[number] = "ja") =>
  wordRejections([rejection], rejectionMessages[language], context(language)).join(" ");

test("every kind of rejection that the decisions know is worded, and no other", () => {
  expect([sameKinds, sameVehicleKinds]).toEqual([true, true]);
});

describe.each(LANGUAGES)("in %s", (language) => {
  test("every rejection has a sentence of its own", () => {
    const sentences = EVERY.map((rejection) => say(rejection, language));
    for (const sentence of sentences) expect(sentence).not.toMatch(/undefined|NaN|Invalid|\[object/);
    expect(new Set(sentences).size).toBe(EVERY.length);
    expect(sentences).not.toContain(rejectionMessages[language].other);
  });

  test("every rejection has a label of its own for the report", () => {
    const labels = EVERY.map((rejection) =>
      wordRejections([rejection], refusalLabels[language], context(language)).join(" "),
    );
    for (const label of labels)
      expect(label).not.toMatch(/undefined|NaN|Invalid|\[object|ござ|ご予約|いたし|ください|。/);
    expect(new Set(labels).size).toBe(EVERY.length);
    expect(labels).not.toContain(refusalLabels[language].other);
  });
});

test("a party of nine in a vehicle for eight is told by how many it is too large", () => {
  expect(say({ kind: "party-too-large", seats: 8, over: 1 } as Rejection)).toContain(
    "定員8人に対して1人多い",
  );
});

test("a vehicle that others share already is told with its seats", () => {
  const full = { kind: "no-vehicle", duties: [{ dutyId: "d1", reason: { kind: "no-seat", seatsShort: 2 } }] };
  expect(say(full)).toContain("定員8人に対して2人多く");
});

test("a refusal sums up by rule, the weightiest first, and says how sure it is", () => {
  const full = { kind: "no-seat", seatsShort: 1 } as const;
  const late = { kind: "breaks-promise", seconds: 241 } as const;
  const refused = {
    kind: "no-vehicle",
    certainty: "proven",
    summary: [{ nearest: late }, { nearest: full }],
    duties: [
      { dutyId: "d1", reason: full },
      { dutyId: "d2", reason: late },
      { dutyId: "d3", reason: late },
    ],
  } as const;
  expect(wordRejections([refused], rejectionMessages.ja, context("ja"))).toEqual([
    "先にご予約の方とのお約束の時刻に5分遅れてしまいます。",
    "ご希望の時間帯は先のご予約があり、定員8人に対して1人多くなります。",
  ]);
  expect(certaintyOf([refused])).toBe("proven");
  expect(certaintyOf([{ kind: "same-stop" }])).toBeUndefined();
});

test("a request after the cut-off is told how long it still is to the wished time", () => {
  expect(say({ kind: "past-cutoff", closedAt: "2026-11-24T09:30:00+09:00", minutes: 30 } as Rejection)).toBe(
    "ご希望の時刻まであと22分です。ご予約は30分前までにお願いいたします。",
  );
});

test("the report tells how long after the cut-off a wish came", () => {
  const late = { kind: "past-cutoff", closedAt: "2026-11-24T09:30:00+09:00", minutes: 30 };
  expect(wordRejections([late], refusalLabels.ja, context("ja"))).toEqual(["受付締切後 8分（締切 30分前）"]);
});

test("an amount in seconds is rounded up to minutes", () => {
  const late = {
    kind: "no-vehicle",
    duties: [{ dutyId: "d1", reason: { kind: "pickup-too-late", seconds: 61 } }],
  };
  expect(say(late)).toContain("2分");
});

test("a kind that these pages do not know yet gets the general sentence", () => {
  expect(say({ kind: "volcano" })).toBe(rejectionMessages.ja.other);
});

test("the same sentence is not said twice", () => {
  const twice = wordRejections(
    [{ kind: "same-stop" }, { kind: "same-stop" }],
    rejectionMessages.ja,
    context("ja"),
  );
  expect(twice).toHaveLength(1);
});
