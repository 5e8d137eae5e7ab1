import type { Booking, BookingPage, MemberSummary, Quote, QuoteAnswer, TripDoubt } from "@noriai/api";
import { describe, expect, test } from "vitest";
import { type CallState, callAfter, firstCall, isAbout } from "../src/desk/call-state.ts";
import { calledNumber } from "../src/desk/called-number.ts";
import { holdState } from "../src/desk/hold.ts";
import { deedsAfter, NO_DEEDS, suggestedOutcome } from "../src/desk/log/deeds.ts";
import { upcomingOf, usualTrips } from "../src/desk/past-trips.ts";
import {
  draftAs,
  draftFromBooking,
  draftToChange,
  emptyDraft,
  faultsOf,
  mendedDraft,
  requestOf,
} from "../src/desk/request-draft.ts";

const member: MemberSummary = {
  id: "m1",
  memberNo: "10001",
  name: "中野 茂",
  kana: "なかの しげる",
  phone: "0836-00-0001",
  town: "常盤町",
  fareClass: "senior",
  contact: "phone",
  language: "ja",
  needs: [],
};
const trip: Quote["trip"] = {
  serviceDate: "2026-11-24",
  from: "s1",
  to: "s2",
  time: { mode: "depart", at: "2026-11-24T10:00:00+09:00" },
  party: { general: 1, senior: 1, disabled: 0, child: 0, infant: 0 },
  wheelchairs: 0,
};
const quote: Quote = {
  id: "q1",
  trip,
  promise: {
    pickupFrom: "2026-11-24T10:00:00+09:00",
    pickupTo: "2026-11-24T10:20:00+09:00",
    arriveBy: "2026-11-24T10:45:00+09:00",
  },
  vehicleId: "v1",
  fare: { lines: [], total: 500 },
  held: true,
  expiresAt: "2026-11-24T08:50:00+09:00",
};
const booking: Booking = {
  id: "q1",
  trip,
  promise: quote.promise,
  fare: quote.fare,
  state: "confirmed",
  boardingCode: "4821",
  bookedAt: "2026-11-24T08:42:00+09:00",
  channel: "phone",
  actions: ["cancel"],
};
const draft = { ...emptyDraft("2026-11-24"), from: "s1", to: "s2", time: "1000" };
const request = requestOf({ draft, memberId: "m1", timeZone: "Asia/Tokyo" });
const offered = (
  answer: QuoteAnswer = { kind: "quote", quote },
  doubts: readonly TripDoubt[] | undefined = [],
): CallState =>
  callAfter({ ...firstCall("2026-11-24"), member, draft }, { kind: "answered", answer, doubts, request });

describe("one call", () => {
  test("picking a member begins a new request and keeps nothing of the last caller", () => {
    const next = callAfter(offered(), { kind: "member-picked", member, date: "2026-11-25" });
    expect(next).toEqual({ ...firstCall("2026-11-25"), member });
  });

  test("going back from an offer keeps everything that was typed", () => {
    expect(callAfter(offered(), { kind: "reconsidered" })).toEqual({
      ...firstCall("2026-11-24"),
      member,
      draft,
    });
  });

  test("[SAP-3.2-2a] a supervisor's permission serves the call in which it was given and no other", () => {
    const supervised = { supervisor: "係長 佐藤", reason: "停電の折り返し" };
    const other = { ...member, id: "m2" };
    const asked = callAfter(firstCall("2026-11-24"), { kind: "supervised", supervised });
    const known = callAfter(asked, { kind: "member-picked", member, date: "2026-11-24" });
    expect(callAfter(known, { kind: "draft-changed", draft }).supervised).toEqual(supervised);
    expect(callAfter(known, { kind: "next-call", date: "2026-11-24" }).supervised).toBeUndefined();
    expect(
      callAfter(known, { kind: "member-picked", member: other, date: "2026-11-24" }).supervised,
    ).toBeUndefined();
  });

  test("what comes for a caller who has hung up reaches no other", () => {
    const empty = firstCall("2026-11-24");
    const answer: QuoteAnswer = { kind: "quote", quote };
    expect(callAfter(empty, { kind: "answered", answer, doubts: [], request })).toBe(empty);
    expect(callAfter(empty, { kind: "booked", booking })).toBe(empty);
  });

  const closed: TripDoubt = {
    kind: "closed-facility",
    stopId: "s2",
    name: "武道館",
    because: "weekday",
    open: null,
  };
  const askingOf = (call: CallState) => (call.step.kind === "offered" ? call.step.asking : undefined);

  test("an offer without doubts may be confirmed at once; with one, only after it was asked, and a renewal asks no second time", () => {
    expect(askingOf(offered())).toEqual({ kind: "known", doubts: [], confirmed: true });
    const doubted = offered({ kind: "quote", quote }, [closed]);
    expect(askingOf(doubted)?.confirmed).toBe(false);
    const asked = callAfter(doubted, { kind: "doubts-confirmed" });
    expect(askingOf(asked)?.confirmed).toBe(true);
    const renewed = callAfter(asked, { kind: "renewed", answer: { kind: "quote", quote } });
    expect(askingOf(renewed)?.confirmed).toBe(true);
  });

  test("what could not be found out is asked of the caller too", () => {
    const caller = { ...firstCall("2026-11-24"), member, draft };
    const unknown = callAfter(caller, {
      ...{ kind: "answered", answer: { kind: "quote", quote }, doubts: undefined, request },
    });
    expect(askingOf(unknown)).toEqual({ kind: "unknown", confirmed: false });
  });

  test("a mend changes what was misheard and nothing else", () => {
    const time = { mode: "depart", at: "2026-11-25T13:00:00+09:00" } as const;
    expect(mendedDraft(draft, { time }, "Asia/Tokyo")).toEqual({
      ...draft,
      date: "2026-11-25",
      time: "13:00",
    });
    expect(mendedDraft(draft, { wheelchairs: 1 }, "Asia/Tokyo")).toEqual({ ...draft, wheelchairs: 1 });
  });

  test("a renewed hold that says the same needs no second reading", () => {
    const renewed = { ...quote, id: "q2", expiresAt: "2026-11-24T09:00:00+09:00" };
    const { step } = callAfter(offered(), { kind: "renewed", answer: { kind: "quote", quote: renewed } });
    expect(step).toMatchObject({ kind: "offered", quote: { id: "q2" }, renewals: 1, moved: false });
  });

  test("a renewed hold with other times has to be read again", () => {
    const moved = { ...quote, promise: { ...quote.promise, pickupTo: "2026-11-24T10:25:00+09:00" } };
    const { step } = callAfter(offered(), { kind: "renewed", answer: { kind: "quote", quote: moved } });
    expect(step).toMatchObject({ kind: "offered", moved: true });
  });

  test("a renewal that comes after the booking changes nothing", () => {
    const booked = callAfter(offered(), { kind: "booked", booking });
    expect(callAfter(booked, { kind: "renewed", answer: { kind: "quote", quote } })).toBe(booked);
  });

  test("choosing another time or another stop writes it into the form", () => {
    const time = { mode: "arrive", at: "2026-11-25T11:05:00+09:00" } as const;
    const stops = { from: "s07", to: draft.to, walk: { from: 120, to: 0 } };
    const chosen = { kind: "other-stop", time, ...stops, pickupAt: time.at, dropoffAt: time.at } as const;
    expect(draftAs(draft, chosen, "Asia/Tokyo")).toEqual({
      ...draft,
      from: "s07",
      mode: "arrive",
      date: "2026-11-25",
      time: "11:05",
    });
  });
});

describe("[SAP-5.4-3] a change in a call", () => {
  const page: BookingPage = {
    booking: { ...booking, id: "b1", calledName: member.name, lateBy: 0 },
    version: "seen",
    changedAt: null,
    cancellation: null,
    member,
    memberId: member.id,
    lastAct: null,
  };
  const timeZone = "Asia/Tokyo";
  const draft = draftToChange({ page, memberClass: "senior", timeZone });
  const changing = callAfter({ ...firstCall("2026-11-24"), member }, { kind: "trip-chosen", draft });
  const request = requestOf({ draft, memberId: "m1", timeZone });
  const answered = { kind: "answered", answer: { kind: "quote", quote }, doubts: [], request } as const;

  test("opens the booking as it stands, and asks for what replaces it", () => {
    expect(draft).toMatchObject({ from: "s1", to: "s2", date: "2026-11-24", time: "10:00", mode: "depart" });
    expect(draft.companions).toEqual({ general: 1, senior: 0, disabled: 0, child: 0, infant: 0 });
    expect(request.replaces).toBe("b1");
    expect(changing.tripsChosen).toBe(1);
  });

  test("stays one when another time is chosen, something is misheard or the offer is left", () => {
    const time = { mode: "depart", at: "2026-11-24T11:00:00+09:00" } as const;
    const other = { kind: "other-time", time, from: "s1", to: "s2", walk: { from: 0, to: 0 } } as const;
    const chosen = draftAs(draft, { ...other, pickupAt: time.at, dropoffAt: time.at }, timeZone);
    for (const next of [chosen, mendedDraft(draft, { wheelchairs: 1 }, timeZone)])
      expect(requestOf({ draft: next, memberId: "m1", timeZone }).replaces).toBe("b1");
    const back = callAfter(callAfter(changing, answered), { kind: "reconsidered" });
    expect(back).toEqual(changing);
  });

  test("ends with the yes: what is asked for afterwards is a trip of its own", () => {
    const changed = callAfter(callAfter(changing, answered), { kind: "booked", booking: page.booking });
    expect(changed.step).toMatchObject({ kind: "confirmed", isChange: true });
    expect(changed.draft).not.toHaveProperty("replaces");
    const booked = callAfter(offered(), { kind: "booked", booking });
    expect(booked.step).toMatchObject({ kind: "confirmed", isChange: false });
  });

  test("that is left leaves the caller and an empty form, and an answer to it that comes late changes nothing", () => {
    const left = callAfter(callAfter(changing, answered), { kind: "change-left", date: "2026-11-25" });
    expect(left).toEqual({ ...firstCall("2026-11-25"), member, tripsChosen: 2 });
    expect(callAfter(left, answered)).toBe(left);
    expect(isAbout(left, request)).toBe(false);
    expect(isAbout(changing, { memberId: "m1" })).toBe(false);
  });

  test("is of the caller's own booking: one that opens after the call does so for nobody else", () => {
    const next = callAfter(changing, { kind: "next-call", date: "2026-11-24" });
    expect(callAfter(next, { kind: "trip-chosen", draft })).toBe(next);
  });
});

describe("the request form", () => {
  test("asks for what is missing, field by field, in the order of the form", () => {
    expect(Object.entries(faultsOf(emptyDraft("2026-11-24")))).toEqual([
      ["from", "missing"],
      ["to", "missing"],
      ["time", "missing"],
    ]);
    expect(faultsOf({ ...draft, to: "s1", time: "25" })).toEqual({ to: "same-stop", time: "not-a-time" });
  });

  test("[SAP-5.1-1] depart and arrive go out as instants in the service's own time", () => {
    expect(request.time).toEqual({ mode: "depart", at: "2026-11-24T10:00:00+09:00" });
  });

  test("[SAP-5.1-2] a past trip comes back in one key, its way back with the stops turned", () => {
    const wish = { booking, memberClass: "senior", date: "2026-11-25", time: "10:30" } as const;
    const same = draftFromBooking({ ...wish, turned: false });
    expect(same).toMatchObject({ from: "s1", to: "s2", date: "2026-11-25", time: "10:30" });
    expect(same.companions).toEqual({ general: 1, senior: 0, disabled: 0, child: 0, infant: 0 });
    const back = draftFromBooking({ ...wish, turned: true });
    expect(back).toMatchObject({ from: "s2", to: "s1" });
  });

  test("each pair of stops is offered once, the most ridden first; rides ahead stand by themselves", () => {
    const ride = (id: string, to: string, state: Booking["state"] = "completed") => ({
      ...booking,
      ...{ id, trip: { ...trip, to }, state },
    });
    const bookings = [
      booking,
      ...[ride("b2", "s3"), ride("b3", "s4", "cancelled_by_rider"), ride("b4", "s2"), ride("b5", "s2")],
    ];
    const trips = usualTrips(bookings);
    expect(trips.map(({ last, rides }) => [last.id, rides])).toEqual([
      ["b4", 2],
      ["b2", 1],
      ["b3", 0],
    ]);
    expect(upcomingOf(bookings).map(({ id }) => id)).toEqual(["q1"]);
  });
});

describe("a held offer lasts as long as the call", () => {
  const expiresAt = 1_000;
  test.each([
    ["well before its end", 900, 0, { kind: "holding", left: 100 }],
    ["shortly before, it renews itself", 985, 0, { kind: "renew", left: 15 }],
    ["after three renewals the operator is asked", 985, 3, { kind: "ending", left: 15 }],
    ["at its end it is gone", 1_000, 0, { kind: "expired" }],
  ])("%s", (_, now, renewals, state) => {
    expect(holdState({ expiresAt, now, renewals })).toEqual(state);
  });
});

describe("[SAP-5.5-1] the outcome of a call is filled in from what was done", () => {
  const done = (...kinds: readonly ("booked" | "changed" | "cancelled" | "refused" | "waiting")[]) =>
    kinds.reduce((deeds, kind) => deedsAfter(deeds, { kind, bookingId: "b1", doubts: [] }), NO_DEEDS);
  test.each([
    [[], "information"],
    [["refused"], "refused"],
    [["refused", "waiting"], "waiting"],
    [["refused", "booked"], "booked"],
    [["refused", "changed"], "changed"],
    [["cancelled"], "cancelled"],
    [["cancelled", "booked"], "booked"],
    [["refused", "cancelled"], "cancelled"],
  ] as const)("%j is %s", (kinds, outcome) => {
    expect(suggestedOutcome(done(...kinds))).toBe(outcome);
  });
});

test("what was asked once more before a change is kept with the call, too", () => {
  const deeds = deedsAfter(NO_DEEDS, { kind: "changed", bookingId: "b1", doubts: ["too-close"] });
  expect(deeds).toMatchObject({ booked: [], changed: ["b1"], doubts: ["too-close"] });
});

test.each([
  ["#call=0836211234", "0836211234"],
  ["#call=0836-21-1234", "0836-21-1234"],
  ["#call=%2B81%20836-21-1234", "+81 836-21-1234"],
  ["#call=+81836211234", "+81836211234"],
  ["#call=", undefined],
  ["#call=<script>", undefined],
  ["#call=%E0%A4%A", undefined],
  ["#other=0836211234", undefined],
])("a telephone system's address %j opens %j", (hash, number) => {
  expect(calledNumber(hash)).toBe(number);
});
