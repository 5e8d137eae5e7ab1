import { verify } from "@noriai/dispatch";
import { type EpochSeconds, epochSeconds, type MemberId, type StopId, seededRandom } from "@noriai/kernel";
import { describe, expect, test } from "vitest";
import { applyChanges } from "../src/apply-changes.ts";
import { expireQuotes, isOver } from "../src/close-quotes.ts";
import { findOffer, searchSpace } from "../src/find-offer.ts";
import {
  type Change,
  checkRequest,
  type Day,
  type Decision,
  decide,
  decideQuote,
  type Matter,
  openDay,
  problemOf,
  type TripRequest,
  type Waiting,
  type World,
} from "../src/index.ts";
import { answerBy } from "../src/waiting-answer-by.ts";
import { aService, aVehicle } from "./a-service.ts";
import { aParty, aWorld, counting, jst, MONDAY, monday } from "./a-world.ts";

const DAYS = 150;
const STEPS = 60;
const SERVICE = aService({ vehicles: [aVehicle(1, { seats: 2, wheelchairPlaces: 0 })] });

/** How a mistaken decision would be taken; the checks always see the real one's rules. */
type Mistake = (world: World, day: Day, matter: Matter) => Decision<unknown>;

interface Lived {
  readonly faults: readonly string[];
  readonly counts: ReadonlyMap<string, number>;
}

/**
 * Lives through the evening, the night and the morning before a Monday on which everybody wants to ride at ten: riders
 * ask, confirm, give back, cancel, wait and leave; intake is stopped and resumed, the plan is improved.
 */
function liveThrough(seed: number, take: Mistake = decide): Lived {
  const random = seededRandom(seed);
  const below = (count: number) => Math.floor(random() * count);
  const pick = <T>(list: readonly T[]): T | undefined => list[below(list.length)];
  const newId = counting();
  const counts = new Map<string, number>();
  const faults: string[] = [];
  const count = (what: string) => counts.set(what, (counts.get(what) ?? 0) + 1);
  let day = openDay(SERVICE, MONDAY);
  let isStopped = false;
  let now = jst("2022-11-27 17:00");
  for (let step = 0; step < STEPS && faults.length === 0 && now < monday("09:20"); step++) {
    now = epochSeconds(now + below(step % 10 === 0 ? 7200 : 1500));
    if (random() < 0.05) isStopped = !isStopped;
    const world = worldAt();
    const matter = randomMatter();
    if (matter === undefined) continue;
    const before = day;
    const { answer, day: after, changes } = take(world, before, matter);
    count(`${matter.kind} ${(answer as { kind: string }).kind}`);
    for (const change of changes) if (change.kind.startsWith("waiting")) count(nameOf(change));
    day = after;
    const found = [
      ...verify({ problem: problemOf(world, day), plan: day.plan }).map(({ kind }) => kind),
      ...offersTwice(day),
      ...overtaken(world, before, { matter, changes }),
      ...unfair(world, before, day),
      ...forgotten(world, day, changes),
    ];
    faults.push(...found.map((fault) => `seed ${seed} step ${step} ${matter.kind}: ${fault}`));
  }
  return { faults, counts };

  function worldAt(): World {
    const stop = { id: "stop" as never, scope: {}, notice: "停止中" };
    const effort = { iterations: 40, nodes: 200 };
    return {
      ...aWorld({ now, service: SERVICE, random, newId }),
      effort,
      intakeStops: isStopped ? [stop] : [],
    };
  }

  function randomMatter(): Matter | undefined {
    const dice = random();
    if (dice < 0.3) return { kind: "quote", request: randomRequest() };
    if (dice < 0.5) return { kind: "wait", request: randomRequest() };
    if (dice < 0.57) return { kind: "waiting-offers" };
    if (dice < 0.62) return { kind: "improve", effort: { seed: below(1e6), iterations: 40 } };
    if (dice < 0.67) {
      const waiting = pick(day.waiting ?? []);
      return waiting && { kind: "leave-waiting", waitingId: waiting.id, memberId: waiting.request.memberId };
    }
    if (dice < 0.82) {
      const booking = pick([...day.bookings.values()].filter(({ state }) => state === "confirmed"));
      return booking && { kind: "cancel", bookingId: booking.id, by: { kind: "operator" }, reason: "" };
    }
    const quote = pick([...day.quotes.values()]);
    const kind = dice < 0.87 ? "release" : "confirm";
    return quote && { kind, quoteId: quote.id, memberId: quote.request.memberId };
  }

  function randomRequest(): TripRequest {
    const from = below(3);
    return {
      memberId: `m${below(12)}` as MemberId,
      channel: random() < 0.5 ? "web" : "phone",
      serviceDate: MONDAY,
      from: `S${from + 1}` as StopId,
      to: `S${7 + below(3)}` as StopId,
      time: {
        mode: random() < 0.5 ? "depart" : "arrive",
        at: epochSeconds(monday("10:00") + 300 * below(6)),
      },
      party: aParty({ general: 1 + below(2) }),
      wheelchairs: 0,
    };
  }
}

const nameOf = (change: object): string =>
  "because" in change ? `waiting ${String(change.because)}` : "waiting begun";

/** One offer belongs to one wish, and is held in the plan or over. */
function offersTwice({ waiting = [], quotes, plan }: Day): string[] {
  const held = waiting.flatMap(({ quoteId }) => quoteId ?? []);
  const planned = new Set(plan.routes.flatMap(({ visits }) => visits.map(({ tripId }) => tripId)));
  return [
    ...(new Set(held).size < held.length ? ["one offer made to two"] : []),
    ...held.filter((id) => !quotes.has(id) || !planned.has(id)).map((id) => `${id} is held for nobody`),
  ];
}

/** The end of the offer that could be made to this rider now, by the rules alone. */
function mayBeAsked(
  world: World,
  day: Day,
  { request, rests, quoteId, until }: Waiting,
): EpochSeconds | undefined {
  if (rests || quoteId !== undefined || until <= world.now) return undefined;
  const against = checkRequest({ world, day, request }).filter(({ kind }) => kind !== "phone-closed");
  const holdsAnother = [...day.quotes.values()].some(
    (quote) => quote.request.memberId === request.memberId && !isOver(world, quote),
  );
  if (against.length > 0 || holdsAnother) return undefined;
  return answerBy(world.service, { channel: request.channel, now: world.now, until });
}

/** Whoever waits and could be carried on this day as it stands. */
const carriable = (world: World, day: Day): readonly Waiting[] =>
  (day.waiting ?? []).filter((waiting) => {
    const expiresAt = mayBeAsked(world, day, waiting);
    if (expiresAt === undefined) return false;
    const space = searchSpace(world, day, expiresAt);
    return findOffer({ world, space, request: waiting.request, tripId: "asked" }).ok;
  });

/** Somebody asks who did not wait, while somebody waits who could be carried: that one is asked first. */
function overtaken(
  world: World,
  before: Day,
  { matter, changes }: { readonly matter: Matter; readonly changes: readonly Change[] },
): string[] {
  if (matter.kind !== "quote") return [];
  const [first] = carriable(world, applyChanges(before, expireQuotes(world, before)));
  const isAsked = changes.some((change) => change.kind === "waiting-changed" && change.because === "offered");
  return first === undefined || isAsked ? [] : [`${first.id} could be carried and was overtaken`];
}

/** Who is made an offer comes after everybody who was asked less and waits longer, and could have had that room. */
function unfair(world: World, before: Day, day: Day): string[] {
  const wasAsked = new Map((before.waiting ?? []).map(({ id, asked }) => [id, asked]));
  const fresh = (day.waiting ?? []).filter(({ id, asked }) => asked > (wasAsked.get(id) ?? 0));
  return fresh.flatMap((waiting) => {
    const ahead = (day.waiting ?? []).filter(
      (other) =>
        other.letPass < waiting.letPass || (other.letPass === waiting.letPass && other.since < waiting.since),
    );
    const later = fresh.filter((other) => !ahead.includes(other)).map(({ quoteId }) => quoteId as string);
    const routes = day.plan.routes.map((route) => ({
      ...route,
      visits: route.visits.filter(({ tripId }) => !later.includes(tripId)),
    }));
    const passedOver = carriable(world, { ...day, plan: { routes } }).filter((one) => ahead.includes(one));
    return passedOver.map(({ id }) => `${id} was passed over for ${waiting.id}`);
  });
}

/** After the plan has moved nobody waits for room that is there. */
function forgotten(world: World, day: Day, changes: readonly { readonly kind: string }[]): string[] {
  if (changes.every(({ kind }) => kind !== "plan-changed" && kind !== "waiting-changed")) return [];
  return carriable(world, day).map(({ id }) => `${id} waits while there is room`);
}

function liveAll(take?: Mistake): Lived {
  const counts = new Map<string, number>();
  const faults: string[] = [];
  for (let seed = 1; seed <= DAYS && faults.length < 5; seed++) {
    const lived = liveThrough(seed, take);
    faults.push(...lived.faults);
    for (const [what, times] of lived.counts) counts.set(what, (counts.get(what) ?? 0) + times);
  }
  return { faults, counts };
}

const OFTEN = {
  "wait waiting": 300,
  "waiting offered": 150,
  "waiting let-pass": 40,
  "waiting booked": 20,
  "waiting left": 20,
  "waiting over": 5,
};

test(`on ${DAYS} random days who waits is asked in fair order, no seat is held twice and nobody waits for room that is there`, {
  timeout: 300_000,
}, () => {
  const { faults, counts } = liveAll();
  expect(faults).toEqual([]);
  const tooSeldom = Object.entries(OFTEN).filter(([what, least]) => (counts.get(what) ?? 0) < least);
  expect(tooSeldom, JSON.stringify([...counts])).toEqual([]);
});

describe("a mistake is caught by the same checks:", () => {
  test("a newcomer is answered before those who wait are asked", () => {
    const hasty: Mistake = (world, day, matter) =>
      matter.kind === "quote" ? decideQuote(world, day, matter.request) : decide(world, day, matter);
    expect(liveAll(hasty).faults.join("\n")).toMatch(/overtaken|waits while there is room/);
  });

  test("who came last is asked first", () => {
    const turned = (day: Day, sign: number): Day => ({
      ...day,
      waiting: (day.waiting ?? []).map((one) => ({ ...one, since: epochSeconds(sign * one.since + 4e9) })),
    });
    const unjust: Mistake = (world, day, matter) => {
      const taken = decide(world, turned(day, -1), matter);
      const restored = (list: Day["waiting"]) =>
        (list ?? []).map((one) =>
          day.waiting?.some(({ id }) => id === one.id)
            ? { ...one, since: epochSeconds(4e9 - one.since) }
            : one,
        );
      return { ...taken, day: { ...taken.day, waiting: restored(taken.day.waiting) } };
    };
    expect(liveAll(unjust).faults.join("\n")).toMatch(/passed over/);
  });
});
