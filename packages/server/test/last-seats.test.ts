import type { MemberId } from "@noriai/kernel";
import { afterAll, beforeAll, expect, test } from "vitest";
import { smallTowns, TODAY, text, trip } from "./house.ts";
import { type Caller, openTwoServers, type TwoServers } from "./two-servers.ts";

const REQUESTS = 200;
const SEATS = 4;
const town = smallTowns()[0]!;
const tenant = town.tenant.id;

let both: TwoServers;

beforeAll(async () => {
  both = await openTwoServers({ town, members: REQUESTS });
}, 60_000);

afterAll(() => both.close(), 30_000);

test("[SAP-5.1-5] 200 requests at once for the last seats sell no seat twice", async () => {
  const desks = [await both.enter(0, "call_operator"), await both.enter(1, "call_operator")];
  const outcomes = await Promise.all(
    both.memberIds.map((memberId, n) => bookOverHttp(desks[n % 2]!, memberId)),
  );

  // Everybody gets one definite answer.
  expect(outcomes.filter((outcome) => outcome !== "booked" && outcome !== "refused")).toEqual([]);
  const booked = outcomes.filter((outcome) => outcome === "booked").length;
  expect(booked).toBeGreaterThanOrEqual(SEATS);
  expect(booked).toBeLessThan(REQUESTS);

  const day = await both.database.store.inTenant(tenant, (tx) => tx.loadDay(town.service, TODAY));
  expect(day.bookings.size).toBe(booked);
  expect(await both.faults()).toEqual([]);
  expect(await overfullLegs()).toEqual([]);
}, 90_000);

test("the recount sees a seat that was sold twice", () => {
  const visits = ["a", "b", "c", "d", "e"].flatMap((tripId) => [{ tripId, kind: "pickup" as const }]);
  const persons = new Map(visits.map(({ tripId }) => [tripId, 1]));
  expect(legsOver(SEATS, visits, persons)).toEqual(["4: 5 aboard"]);
  expect(legsOver(SEATS + 1, visits, persons)).toEqual([]);
});

/** Asks and confirms over a real connection; says what came of it. */
async function bookOverHttp(desk: Caller, memberId: MemberId): Promise<string> {
  const request = trip({ memberId, to: "s05", time: { mode: "depart", at: text("10:00") } });
  const asked = await desk("POST", "quotes", request);
  if (asked.status !== 200) return `quote ${asked.status} ${JSON.stringify(asked.json)}`;
  if (asked.json.kind === "refusal") return "refused";
  const confirmed = await desk("POST", `quotes/${asked.json.quote.id}/confirm`);
  return confirmed.status === 200
    ? "booked"
    : `confirm ${confirmed.status} ${JSON.stringify(confirmed.json)}`;
}

/** Counts who is aboard on each leg, from what another connection reads, by code that shares nothing with the engine. */
async function overfullLegs(): Promise<string[]> {
  const reader = await both.database.openAnother();
  const { bookings, plan } = await reader.inTenant(tenant, (tx) => tx.loadDay(town.service, TODAY));
  const persons = new Map<string, number>(
    [...bookings.values()].map(({ id, request }) => [
      id,
      Object.values(request.party).reduce((a, b) => a + b, 0),
    ]),
  );
  const visits = plan.routes.flatMap((route) => route.visits);
  expect(new Set(visits.map(({ tripId }) => tripId))).toEqual(new Set(persons.keys()));
  expect(visits).toHaveLength(2 * persons.size);
  return plan.routes.flatMap((route) => legsOver(SEATS, route.visits, persons));
}

function legsOver(
  seats: number,
  visits: readonly { readonly tripId: string; readonly kind: string }[],
  persons: ReadonlyMap<string, number>,
): string[] {
  let aboard = 0;
  return visits.flatMap(({ tripId, kind }, leg) => {
    aboard += kind === "pickup" ? persons.get(tripId)! : -persons.get(tripId)!;
    return aboard > seats ? [`${leg}: ${aboard} aboard`] : [];
  });
}
