import type { Booking, MemberSummary, OpenReturn, PublicService } from "@noriai/api";
import { describe, expect, test } from "vitest";
import { differences } from "../src/bookings/differences.ts";
import { callAfter, firstCall } from "../src/desk/call-state.ts";
import { requestOf as deskRequestOf, draftFromBooking, emptyDraft } from "../src/desk/request-draft.ts";
import { spokenOffer } from "../src/desk/spoken-words.ts";
import { deskMessages } from "../src/messages/desk/index.ts";
import { markedNeeds, tripNeedsIn } from "../src/needs/trip-needs.ts";
import { emptyRecurring, recurringDraftOf, recurringTermsOf } from "../src/recurring/recurring-draft.ts";
import { draftToChange, EMPTY_DRAFT, requestOf } from "../src/rider/draft.ts";
import { backDraft } from "../src/rider/return-draft.ts";
import { NOBODY } from "../src/ui/party.ts";

const TOKYO = "Asia/Tokyo";
const trip: Booking["trip"] = {
  serviceDate: "2026-11-24",
  from: "s1",
  to: "s2",
  time: { mode: "depart", at: "2026-11-24T10:05:00+09:00" },
  party: { ...NOBODY, senior: 1 },
  wheelchairs: 0,
  needs: ["stroller"],
};
const whole = { ...EMPTY_DRAFT, from: "s1", to: "s2", date: "2026-11-24", time: "10:05" };
const hanako = { id: "m1", fareClass: "senior", needs: ["wheelchair", "walker", "sight"] };

describe("what comes along on a trip", () => {
  test("is marked and taken away again, in one order", () => {
    expect(markedNeeds(["help"], "walker", true)).toEqual(["walker", "help"]);
    expect(markedNeeds(["walker", "help"], "walker", false)).toEqual(["help"]);
  });

  test("may stand on the member's record; what is no matter of a trip stays there", () => {
    expect(tripNeedsIn(["wheelchair", "walker", "help", "hearing", "sight"])).toEqual(["walker", "help"]);
  });

  test("is asked for, and who needs nothing asks as before", () => {
    expect(requestOf({ ...whole, needs: ["walker"] }, TOKYO)).toMatchObject({ needs: ["walker"] });
    expect(requestOf({ ...whole, needs: [] }, TOKYO)).not.toHaveProperty("needs");
    expect(requestOf(whole, TOKYO)).not.toHaveProperty("needs");
  });

  test("stays as it is when a booking is changed, and comes along on the way back", () => {
    expect(draftToChange({ id: "b1", trip }, "senior", TOKYO).needs).toEqual(["stroller"]);
    const back = { ...trip, bookingId: "b1", outBy: "2026-11-24T10:45:00+09:00" } as unknown as OpenReturn;
    expect(backDraft(back, { own: "senior", at: undefined, timeZone: TOKYO }).needs).toEqual(["stroller"]);
  });

  test("is a part of a recurring wish", () => {
    const draft = { ...emptyRecurring("2026-11-24"), needs: ["help"] as const };
    const terms = recurringTermsOf(draft);
    expect(terms.needs).toEqual(["help"]);
    expect(recurringDraftOf(terms).needs).toEqual(["help"]);
    expect(recurringTermsOf(emptyRecurring("2026-11-24"))).not.toHaveProperty("needs");
  });

  test("makes a booking another one than was seen", () => {
    const seen = { state: "confirmed", trip, promise: {} } as Parameters<typeof differences>[0];
    expect(differences(seen, seen)).toEqual([]);
    expect(differences(seen, { ...seen, trip: { ...trip, needs: ["stroller", "help"] } })).toEqual(["party"]);
  });
});

describe("at the phone desk", () => {
  test("the member's record is marked at once: a call that needs nothing else costs no key", () => {
    const member = hanako as unknown as MemberSummary;
    const call = callAfter(firstCall("2026-11-24"), { kind: "member-picked", member, date: "2026-11-24" });
    expect(call.draft.needs).toEqual(["walker"]);
    expect(callAfter(call, { kind: "next-call", date: "2026-11-24" }).draft.needs).toEqual([]);
    const body = deskRequestOf({ draft: { ...call.draft, time: "930" }, memberId: "m1", timeZone: TOKYO });
    expect(body.needs).toEqual(["walker"]);
  });

  test("a past trip brings what it needed and what the record has come to say since", () => {
    const again = { memberClass: "senior", date: "2026-11-25", time: "10:05", turned: false } as const;
    expect(draftFromBooking({ booking: { trip }, ...again }).needs).toEqual(["stroller"]);
    expect(draftFromBooking({ booking: { trip }, ...again, record: ["walker"] }).needs).toEqual([
      "walker",
      "stroller",
    ]);
    expect(emptyDraft("2026-11-24").needs).toEqual([]);
  });

  const service = { timeZone: TOKYO, stops: [], vehicles: [] } as unknown as PublicService;
  const promise = {
    pickupFrom: "2026-11-24T10:00:00+09:00",
    pickupTo: "2026-11-24T10:20:00+09:00",
    arriveBy: "2026-11-24T10:45:00+09:00",
  };
  const lines = (language: "ja" | "ja-easy" | "en", needs: NonNullable<Booking["trip"]["needs"]>) =>
    deskMessages[language].offer.sentence(
      spokenOffer(
        { trip: { ...trip, needs }, promise, fare: { lines: [], total: 150 } },
        { service, language },
      ),
    );

  test("the operator reads back what the driver will be told, and nothing where there is nothing", () => {
    expect(lines("ja", ["walker", "help"])).toContain(
      "歩行器・シルバーカー、乗り降りの手助けの件は、運転者に申し伝えます。",
    );
    expect(lines("en", ["stroller"])).toContain("I will tell the driver: stroller.");
    expect(lines("ja-easy", ["stroller"]).join("")).toContain("ベビーカーのことは");
    for (const language of ["ja", "ja-easy", "en"] as const)
      expect(lines(language, []).length).toBe(lines(language, ["help"]).length - 1);
  });
});
