import { meters } from "@noriai/kernel";
import { describe, expect, test } from "vitest";
import { decideQuote, type Refusal } from "../src/index.ts";
import { ADay } from "./a-day.ts";
import { aService, STANDARDS } from "./a-service.ts";
import { aParty, aRequest, date, member, stop } from "./a-world.ts";

/** Stops a kilometre apart on a grid: 1.3 km on foot from each to its neighbour. */
const WALKERS = { ...STANDARDS, walkWithin: meters(1400) };
const closed = (service = aService({ standards: WALKERS })) => ({
  ...service,
  stops: service.stops.map((one) =>
    one.id === stop("S9") ? { ...one, active: { to: date("2022-11-27") } } : one,
  ),
});

function refusedOn(given: ADay): Refusal {
  const answer = given.ask("09:00", { memberId: member("m2") });
  if (answer.kind !== "refusal") throw new Error("not refused");
  return answer.refusal;
}

describe("[SAP-5.5-3] another stop within a walk", () => {
  test("a stop that is closed today: its neighbours are offered at the wished time, each really bookable", () => {
    const given = new ADay(closed());
    const { rejections, alternatives } = refusedOn(given);
    expect(rejections.map(({ kind }) => kind)).toEqual(["stop-closed"]);
    expect(alternatives.map(({ kind, from, to, walk }) => [kind, from, to, walk.from, walk.to])).toEqual([
      ["other-stop", "S1", "S8", 0, 1300],
      ["other-stop", "S1", "S6", 0, 1310],
    ]);
    for (const { time, from, to } of alternatives)
      expect(
        decideQuote(given.worldAt("09:00"), given.day, aRequest({ memberId: member("m2"), time, from, to }))
          .answer.kind,
      ).toBe("quote");
  });

  test("nobody is asked to walk farther than the service says, nor to a stop on which a rule stands", () => {
    expect(refusedOn(new ADay(closed(aService()))).alternatives).toEqual([]);
    const pairs = ["S6", "S8"].map((to) => ({
      from: stop("S1"),
      to: stop(to),
      reason: "路線バスがあります",
    }));
    const forbidden = { ...closed(), stopPairRules: pairs };
    expect(refusedOn(new ADay(forbidden)).alternatives.map(({ from }) => from)).not.toContain("S1");
  });

  test("a full vehicle offers other times, and no walk that would not help", () => {
    const given = new ADay(aService({ standards: WALKERS }));
    given.booked("08:55", { party: aParty({ general: 8 }) });
    expect(
      refusedOn(given)
        .alternatives.slice(0, 3)
        .map(({ kind }) => kind),
    ).toEqual(Array(3).fill("other-time"));
  });
});
