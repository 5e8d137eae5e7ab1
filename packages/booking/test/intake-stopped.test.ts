import type { IntakeStopId } from "@noriai/kernel";
import { describe, expect, test } from "vitest";
import {
  checkRequest,
  decideConfirm,
  decideQuote,
  type IntakeScope,
  type IntakeStop,
  isCovered,
  isTouched,
  openDay,
  type TripRequest,
  type World,
} from "../src/index.ts";
import { ADay } from "./a-day.ts";
import { aService } from "./a-service.ts";
import { aRequest, arriveBy, aWorld, departAt, MONDAY, member, monday, stop } from "./a-world.ts";

const stopped = (scope: IntakeScope = {}, more: Partial<IntakeStop> = {}): World["intakeStops"] => [
  { id: "x1" as IntakeStopId, scope, notice: "大雪のため", ...more },
];

const at9 = (intakeStops: World["intakeStops"] = []): World => ({
  ...aWorld({ now: monday("09:00") }),
  intakeStops: intakeStops!,
});

const against = (scope: IntakeScope, request: Partial<TripRequest> = {}) =>
  checkRequest({ world: at9(stopped(scope)), day: openDay(aService(), MONDAY), request: aRequest(request) });

describe("[SAP-5.4-5a] a stop of intake (受付停止)", () => {
  test("of everything refuses the wish by its name, with the notice and the planned end", () => {
    const world = at9(stopped({}, { plannedEnd: monday("13:00") }));
    const { answer } = decideQuote(world, openDay(aService(), MONDAY), aRequest());
    expect(answer).toMatchObject({
      kind: "refusal",
      refusal: {
        rejections: [
          {
            kind: "intake-stopped",
            intakeStopId: "x1",
            notice: "大雪のため",
            plannedEnd: monday("13:00"),
            limitedTo: [],
          },
        ],
        alternatives: [],
      },
    });
  });

  test.each<[string, IntakeScope, Partial<TripRequest>, boolean]>([
    ["web, asked on the web", { channels: ["web"] }, {}, true],
    ["web, asked by phone", { channels: ["web"] }, { channel: "phone" }, false],
    ["a stop where the ride begins", { stops: [stop("S1")] }, {}, true],
    ["a stop where the ride ends", { stops: [stop("S9")] }, {}, true],
    ["a stop on neither end", { stops: [stop("S5")] }, {}, false],
    [
      "rides until ten, when this one begins",
      { rides: { from: monday("09:00"), to: monday("10:00") } },
      {},
      false,
    ],
    ["rides from ten on", { rides: { from: monday("10:00"), to: monday("11:00") } }, {}, true],
    [
      "rides from 10:05 on, when this one is under way",
      { rides: { from: monday("10:05"), to: monday("11:00") } },
      {},
      true,
    ],
    ["rides from eleven on", { rides: { from: monday("11:00"), to: monday("12:00") } }, {}, false],
    [
      "rides until 10:20, when an arrive-by ride is under way",
      { rides: { from: monday("10:00"), to: monday("10:20") } },
      { time: arriveBy(monday("10:25")) },
      true,
    ],
    [
      "a stop, but at another time",
      { stops: [stop("S1")], rides: { from: monday("11:00"), to: monday("12:00") } },
      {},
      false,
    ],
  ])("of %s", (_what, scope, request, covered) => {
    expect(isCovered(at9(), scope, aRequest(request))).toBe(covered);
    expect(against(scope, request).map(({ kind }) => kind)).toEqual(covered ? ["intake-stopped"] : []);
  });

  test("of an area covers the rides that begin or end in it", () => {
    const { lat, lng } = aService().stops.find(({ id }) => id === "S1")!.position;
    const near = 0.0005;
    const ring = [
      [lng - near, lat - near],
      [lng + near, lat - near],
      [lng + near, lat + near],
      [lng - near, lat + near],
    ] as const;
    expect(against({ area: [ring] })).toMatchObject([{ kind: "intake-stopped", limitedTo: ["place"] }]);
    expect(against({ area: [ring] }, { from: stop("S5") })).toEqual([]);
  });

  test("of a time band leaves other times, and none of those offered lies in it", () => {
    const rides = { from: monday("09:30"), to: monday("11:00") };
    const { answer } = decideQuote(at9(stopped({ rides })), openDay(aService(), MONDAY), aRequest());
    if (answer.kind !== "refusal") throw new Error("not refused");
    expect(answer.refusal.alternatives.length).toBeGreaterThan(0);
    for (const { time } of answer.refusal.alternatives)
      expect(isCovered(at9(), { rides }, aRequest({ time }))).toBe(false);
  });

  test("of one channel touches no booking made before it; any other touches what lies under it and waits", () => {
    const given = new ADay();
    const booking = given.booked("09:00");
    const touches = (scope: IntakeScope, state = booking.state) =>
      isTouched(given.worldAt("08:30"), scope, { ...booking, state });
    const { channel } = booking.request;
    expect(touches({ channels: [channel] })).toBe(false);
    expect(touches({ channels: [channel], stops: [booking.request.from] })).toBe(false);
    expect(touches({ stops: [booking.request.from] })).toBe(true);
    expect(touches({ stops: [stop("S5")] })).toBe(false);
    expect(touches({}, "riding")).toBe(false);
  });

  test("made after an offer was held closes it at the yes: no booking, its seat is free, the wish is kept", () => {
    const given = new ADay();
    const quote = given.offered("09:00");
    const world = { ...given.worldAt("09:01"), intakeStops: stopped()! };
    const { answer, day, changes } = decideConfirm(world, given.day, {
      quoteId: quote.id,
      memberId: member("m1"),
    });
    expect(answer).toMatchObject({ kind: "intake-stopped", notice: "大雪のため" });
    expect(changes.map(({ kind }) => kind)).toEqual(["quote-closed", "plan-changed", "request-refused"]);
    expect(changes[0]).toMatchObject({ because: "stopped" });
    expect([day.quotes.size, day.bookings.size, given.draw().join("")]).toEqual([
      0,
      0,
      expect.stringContaining(quote.id),
    ]);
    expect(JSON.stringify(day.plan)).not.toContain(quote.id);
  });

  test("stands in the way of a late yes too, and of no yes that it does not cover", () => {
    const given = new ADay();
    const { id: quoteId, expiresAt } = given.offered("09:00");
    const confirm = (scope: IntakeScope) =>
      decideConfirm(
        {
          ...given.worldAt("09:05"),
          now: (expiresAt + 60) as typeof expiresAt,
          intakeStops: stopped(scope)!,
        },
        given.day,
        { quoteId, memberId: member("m1") },
      ).answer.kind;
    expect(confirm({})).toBe("intake-stopped");
    expect(confirm({ channels: ["phone"] })).toBe("booking");
  });

  test("leaves a booking as it is: a yes told twice is still its booking, a change is refused", () => {
    const given = new ADay();
    const booking = given.booked("09:00");
    const world = { ...given.worldAt("09:05"), intakeStops: stopped()! };
    const again = decideConfirm(world, given.day, { quoteId: booking.id as never, memberId: member("m1") });
    expect(again.answer).toEqual({ kind: "booking", booking });
    const change = aRequest({ replaces: booking.id, time: departAt(monday("12:00")) });
    expect(decideQuote(world, given.day, change).answer).toMatchObject({
      kind: "refusal",
      refusal: { rejections: [{ kind: "intake-stopped" }] },
    });
    expect(given.booking(booking.id).state).toBe("confirmed");
  });
});
