import type { MemberId } from "@noriai/kernel";
import { replayDay } from "@noriai/store";
import { afterAll, beforeAll, expect, test } from "vitest";
import { smallTowns, TODAY, text, trip } from "./house.ts";
import { type Caller, openTwoServers, type TwoServers } from "./two-servers.ts";

const BOOKED = 16;
const WAITING = 12;
const NEWCOMERS = 6;
const SEATS = 4;
const town = smallTowns()[0]!;
const tenant = town.tenant.id;

let both: TwoServers;

beforeAll(async () => {
  // Both ask the waiting list as fast as they can.
  both = await openTwoServers({ town, members: BOOKED + WAITING + NEWCOMERS, waitingEveryMs: 100 });
}, 60_000);

afterAll(() => both.close(), 30_000);

test("[FIELD-18] many cancel, ask and wait at once on two servers: no seat is offered twice, and nobody overtakes who waits", async () => {
  const { memberIds } = both;
  const desks = [await both.enter(0, "call_operator"), await both.enter(1, "call_operator")];
  const deskOf = (n: number) => desks[n % 2]!;
  const booked: string[] = [];
  for (const [n, memberId] of memberIds.slice(0, BOOKED).entries()) {
    const booking = await book(deskOf(n), memberId);
    if (booking === undefined) break;
    booked.push(booking);
  }
  expect(booked.length).toBeGreaterThanOrEqual(SEATS);
  const early = memberIds.slice(BOOKED, BOOKED + WAITING / 2);
  for (const [n, memberId] of early.entries())
    expect((await deskOf(n)("POST", "waiting", wishOf(memberId))).status).toBe(200);

  const late = memberIds.slice(BOOKED + WAITING / 2, BOOKED + WAITING);
  const newcomers = memberIds.slice(BOOKED + WAITING);
  const freed = booked.slice(0, Math.floor(booked.length / 2));
  const outcomes = await Promise.all([
    ...freed.map((id, n) => deskOf(n)("POST", `bookings/${id}/cancel`, { reason: "" })),
    ...late.map((memberId, n) => deskOf(n)("POST", "waiting", wishOf(memberId))),
    ...newcomers.map((memberId, n) => deskOf(n)("POST", "quotes", wishOf(memberId))),
  ]);
  // Everybody gets one definite answer.
  expect(outcomes.filter(({ status }) => status !== 200)).toEqual([]);
  const overtaking = outcomes.filter(({ json }) => json.kind === "quote");
  expect(overtaking).toEqual([]);

  const day = await both.database.store.inTenant(tenant, (tx) => tx.loadDay(town.service, TODAY));
  const offered = (day.waiting ?? []).filter(({ quoteId }) => quoteId !== undefined);
  expect(offered.length).toBeGreaterThanOrEqual(1);
  expect(new Set(offered.map(({ quoteId }) => quoteId)).size).toBe(offered.length);
  // Everybody wishes the same, so those who were asked are those who came first.
  expect(offered.map(({ request }) => request.memberId)).toEqual(early.slice(0, offered.length));
  expect(offered.length).toBe(freed.length);

  expect(await both.faults()).toEqual([]);

  const said = await Promise.all(
    offered.map(({ quoteId }, n) => deskOf(n)("POST", `quotes/${quoteId}/confirm`)),
  );
  expect(said.map(({ status }) => status)).toEqual(offered.map(() => 200));
  const [log, stored] = await both.database.store.inTenant(tenant, async (tx) => [
    await tx.loadDecisions(town.service, TODAY),
    await tx.loadDay(town.service, TODAY),
  ]);
  expect(replayDay({ serviceDate: TODAY, log, stored }).mismatches).toEqual([]);
}, 120_000);

/** Everybody wants the same ride. */
const wishOf = (memberId: MemberId) =>
  trip({ memberId, to: "s05", time: { mode: "depart", at: text("10:00") } });

async function book(desk: Caller, memberId: MemberId): Promise<string | undefined> {
  const asked = await desk("POST", "quotes", wishOf(memberId));
  if (asked.json.kind !== "quote") return undefined;
  return (await desk("POST", `quotes/${asked.json.quote.id}/confirm`)).json.id;
}
