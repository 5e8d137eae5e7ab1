import { type Day, decide, type Matter, problemOf, type TripRequest, type World } from "@noriai/booking";
import { verify } from "@noriai/dispatch";
import {
  type EpochSeconds,
  instantOf,
  type MemberId,
  type StopId,
  seededRandom,
  type TenantId,
  timeOfDay,
} from "@noriai/kernel";
import { afterAll, beforeAll, expect, test } from "vitest";
import { replayDay } from "../src/decision-log/replay-day.ts";
import { openTestStore, type TestStore } from "../src/testing.ts";
import { BUSY_SERVICE, BUSY_TRAVEL } from "./support/busy-day.ts";
import { HANAKO } from "./support/fill.ts";
import { DESK, MONDAY } from "./support/town.ts";

const SEED = 20_261_121;
const TOWN = "waiting-town" as TenantId;
/** One vehicle of two seats, so that many have to wait. */
const SERVICE = { ...BUSY_SERVICE, vehicles: [{ ...BUSY_SERVICE.vehicles[0]!, seats: 2 }] };
const T = (time: string): EpochSeconds => instantOf(MONDAY, timeOfDay(time), SERVICE.timeZone);

let it: TestStore;
beforeAll(async () => {
  it = await openTestStore({ engine: "engine-1" });
  await it.store.createTenant({ id: TOWN, name: TOWN });
});
afterAll(() => it.close());

test("a morning with a waiting list is stored as it was decided, and decided again from its log to the same bytes", async () => {
  const random = seededRandom(SEED);
  const below = (count: number) => Math.floor(random() * count);
  const tally: Record<string, number> = {};
  const count = (what: string) => {
    tally[what] = (tally[what] ?? 0) + 1;
  };
  let drawn = 0;
  const members: MemberId[] = await it.store.inTenant(TOWN, async (tx) => {
    await tx.saveService(SERVICE, DESK, T("06:00"));
    const added: MemberId[] = [];
    for (let k = 0; k < 12; k++) added.push((await tx.addMember(HANAKO, DESK, T("06:00"))).id);
    return added;
  });
  const load = () => it.store.inTenant(TOWN, (tx) => tx.loadDay(SERVICE, MONDAY));
  for (let now = T("06:00"); now < T("08:30"); now = (now + below(130)) as EpochSeconds) {
    const world: World = {
      service: SERVICE,
      travel: BUSY_TRAVEL,
      now,
      newId: () => `id-${++drawn}`,
      random,
      effort: { iterations: 40, nodes: 200 },
      findMember: (id) => ({ id, birthDate: undefined, disability: undefined }),
    };
    const matter = matterOn(await load(), now);
    if (matter === undefined) continue;
    let decided: Day | undefined;
    const { kind } = await it.store.decideOnDay({
      tenant: TOWN,
      service: SERVICE,
      serviceDate: MONDAY,
      actor: DESK,
      now,
      decide(day, intakeStops) {
        const taken = decide({ ...world, intakeStops }, day, matter);
        decided = taken.day;
        for (const change of taken.changes)
          if (change.kind === "waiting-changed" || change.kind === "waiting-ended") count(change.because);
        return taken;
      },
    });
    count(`${matter.kind} ${kind}`);
    const day = await load();
    expect(day.waiting ?? []).toEqual(decided!.waiting ?? []);
    expect(verify({ problem: problemOf(world, day), plan: day.plan })).toEqual([]);
  }
  for (const what of ["wait waiting", "offered", "let-pass", "booked", "left"])
    expect(tally[what] ?? 0, `${what} in ${JSON.stringify(tally)}`).toBeGreaterThan(0);

  const [log, stored] = await it.store.inTenant(TOWN, async (tx) => [
    await tx.loadDecisions(SERVICE, MONDAY),
    await tx.loadDay(SERVICE, MONDAY),
  ]);
  expect(log.lines.length).toBeGreaterThan(40);
  expect(replayDay({ serviceDate: MONDAY, log, stored }).mismatches).toEqual([]);

  function matterOn(day: Day, now: EpochSeconds): Matter | undefined {
    const dice = random();
    const waiting = day.waiting?.[below(day.waiting.length)];
    const quote = [...day.quotes.values()][below(day.quotes.size)];
    const booking = [...day.bookings.values()].filter(({ state }) => state === "confirmed")[0];
    const mine = waiting && { waitingId: waiting.id, memberId: waiting.request.memberId };
    if (dice < 0.3) return { kind: "quote", request: requestAt(now) };
    if (dice < 0.55) return { kind: "wait", request: requestAt(now) };
    if (dice < 0.7 && booking !== undefined)
      return { kind: "cancel", bookingId: booking.id, by: { kind: "operator" }, reason: "" };
    if (dice < 0.73) return { kind: "waiting-offers" };
    if (dice < 0.76 && mine) return { kind: "leave-waiting", ...mine };
    const kind = dice < 0.82 ? "release" : "confirm";
    return quote && { kind, quoteId: quote.id, memberId: quote.request.memberId };
  }

  function requestAt(now: EpochSeconds): TripRequest {
    return {
      memberId: members[below(members.length)]!,
      channel: "web",
      serviceDate: MONDAY,
      from: `S${1 + below(4)}` as StopId,
      to: `S${13 + below(4)}` as StopId,
      time: { mode: "depart", at: Math.max(T("10:00"), now) as EpochSeconds },
      party: { general: 2, senior: 0, disabled: 0, child: 0, infant: 0 },
      wheelchairs: 0,
    };
  }
}, 120_000);

test("tells on which dates riders wait, and when the time itself ends something next", async () => {
  const dates = await it.store.inTenant(TOWN, (tx) => tx.listWaitingDates(SERVICE));
  const day = await it.store.inTenant(TOWN, (tx) => tx.loadDay(SERVICE, MONDAY));
  const due = day.waiting!.map(({ until, quoteId }) =>
    Math.min(until, quoteId === undefined ? until : day.quotes.get(quoteId)!.expiresAt),
  );
  expect(dates).toEqual([{ serviceDate: MONDAY, version: day.version, due: Math.min(...due) }]);
  const [first] = day.waiting!;
  await it.store.inTenant(TOWN, async (tx) => {
    expect(await tx.findWaitingDate(first!.id)).toBe(MONDAY);
    expect(await tx.listWaitingDatesOf(first!.request.memberId)).toEqual([MONDAY]);
    const call = {
      waitingId: first!.id,
      quoteId: `${first!.id}.1` as never,
      outcome: "absent",
      at: T("09:00"),
    } as const;
    await tx.addWaitingCall(call, DESK);
    expect(await tx.listWaitingCalls([first!.id])).toEqual([{ ...call, by: null }]);
  });
});
