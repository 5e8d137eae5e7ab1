import { knownDay, problemOf } from "@noriai/booking";
import { buildDemoTown } from "@noriai/demo";
import { type Violation, verify } from "@noriai/dispatch";
import { type EpochSeconds, type ServiceDate, serviceDate } from "@noriai/kernel";
import {
  type DayFigures,
  enter,
  figuresOf,
  follow,
  type Heard,
  type Journal,
  type LifePlan,
  type LifeSize,
  type Note,
  planOfLife,
  playTown,
  postOf,
} from "@noriai/sim";
import { decisionWorld } from "../src/decision-world.ts";
import { IMPROVER } from "../src/improve/improve-tenant.ts";
import { createDemoClock, demoStart, firstState, listen } from "../src/index.ts";
import { mayHear } from "../src/live/live-hub.ts";
import { readOutbox } from "../src/live/read-outbox.ts";
import { openHouse, type TestHouse, TODAY } from "./house.ts";

/** A day that was played, and what was found when everything of it was looked through again. */
export interface PlayedDay {
  readonly plan: LifePlan;
  readonly journal: Journal;
  readonly figures: DayFigures;
  /** What the engine's verifier finds in the plans that were left behind, by service date. */
  readonly violations: readonly { readonly serviceDate: ServiceDate; readonly violation: Violation }[];
  /** Bookings that stand in the database though nobody was told of one, and those told of that do not stand there. */
  readonly strayBookings: readonly string[];
  /** Live updates that the dispatcher's page should have heard and did not. */
  readonly lostMessages: number;
  readonly messages: number;
}

const BUILT_ON = serviceDate("2026-11-20");
const TENANT = "ube-demo";

/**
 * Plays a day of 宇部市（デモ） through a real server with a port on a real database: time leaps from deed to deed, and those
 * who act within the same ten seconds do so at once.
 */
export async function playADay(playing: {
  readonly seed: number;
  readonly size: LifeSize;
  /** Seconds into the day after which everybody is sent home, and the day is begun once more from its plan. */
  readonly brokenOffAfter?: number;
}): Promise<PlayedDay> {
  const town = buildDemoTown({ today: BUILT_ON });
  const start = demoStart(TODAY, town.service.timeZone);
  const demoClock = createDemoClock({
    elapsedMs: () => performance.now(),
    from: { ...firstState(start), running: false },
  });
  const house = await openHouse({ towns: [town], demoClock, now: demoClock.now, improver: IMPROVER });
  const listening = await listen(house.server, { host: "127.0.0.1", port: 0 });
  if (!listening.ok) throw new Error(listening.error.kind);
  const origin = `http://127.0.0.1:${listening.value.port}`;
  try {
    return await play({ house, origin, ...playing });
  } finally {
    await listening.value.stop();
    await house.close();
  }
}

async function play({
  house,
  origin,
  seed,
  size,
  brokenOffAfter,
}: Parameters<typeof playADay>[0] & {
  readonly house: TestHouse;
  readonly origin: string;
}): Promise<PlayedDay> {
  const world = {
    send: fetch,
    pause: (ms: number) => new Promise<void>((done) => setTimeout(done, ms)),
    elapsedMs: () => performance.now(),
    newId: () => crypto.randomUUID(),
  };
  const way = { world, origin, tenant: TENANT, hear: () => {} };
  const answer = await postOf(way).call("getService", {});
  if (!answer.ok) throw new Error(answer.error.kind);
  const service = answer.value;
  const riders = house.towns[0]!.members.slice(1);
  const plan = planOfLife({ seed, service, date: TODAY, riders, size });
  const heard: Heard[] = [];
  const outboxNow = () => house.world.store.inTenant(house.towns[0]!.tenant.id, (tx) => tx.lastOutboxId());
  const first = await outboxNow(); // setting the town up has been told of as well
  const dispatcher = await enter(way, { role: "transport_operator" });
  const following = await follow(dispatcher!, (one) => heard.push(one));
  const run = async (day: LifePlan): Promise<Journal> => {
    const { journal, over } = await playTown({ world, origin, service, plan: day, seats: 2, leaps: true });
    await over;
    return journal;
  };
  const before = brokenOffAfter === undefined ? undefined : await run(untilThen(plan, brokenOffAfter));
  const journal = await run(plan);
  const last = await outboxNow();
  let lostMessages = await lostOf(house, heard, { first, last });
  for (let tries = 0; lostMessages > 0 && tries < 60; tries++) {
    await world.pause(500); // a busy machine takes its time to pass them on
    lostMessages = await lostOf(house, heard, { first, last });
  }
  await following.stop();
  const dates = new Set(plan.contacts.flatMap(datesOf));
  const messages = heard.filter(({ id }) => id !== undefined).length;
  return {
    ...{ plan, journal, messages, lostMessages },
    figures: figuresOf(journal),
    violations: await violationsIn(house, dates),
    strayBookings: await strayBookings(house, dates, [...(before?.notes ?? []), ...journal.notes]),
  };
}

/** The day as far as that, and then everybody goes home. */
const untilThen = (plan: LifePlan, seconds: number): LifePlan => {
  const endsAt = (plan.startsAt + seconds) as EpochSeconds;
  return { ...plan, endsAt, contacts: plan.contacts.filter(({ at }) => at < endsAt) };
};

/** Compares the bookings in the database with those that somebody was told of. */
async function strayBookings(
  { world, towns }: TestHouse,
  dates: ReadonlySet<ServiceDate>,
  notes: readonly Note[],
): Promise<readonly string[]> {
  const told = new Set<string>(notes.flatMap((note) => (note.kind === "confirmed" ? [note.booking.id] : [])));
  const { tenant, service } = towns[0]!;
  const standing = new Set<string>();
  for (const date of dates) {
    const { bookings } = await world.store.inTenant(tenant.id, (tx) => tx.loadDay(service, date));
    for (const id of bookings.keys()) standing.add(id);
  }
  return [...told.symmetricDifference(standing)];
}

const datesOf = (contact: LifePlan["contacts"][number]): readonly ServiceDate[] =>
  contact.kind === "books" ? contact.wishes.map(({ serviceDate }) => serviceDate) : [];

/** Every plan once more before the engine's verifier, which shares no code with the search. */
async function violationsIn(
  house: TestHouse,
  dates: ReadonlySet<ServiceDate>,
): Promise<PlayedDay["violations"]> {
  const town = (await house.server.towns.find(house.towns[0]!.tenant.id))!;
  const found = [];
  for (const date of dates) {
    const decisions = decisionWorld({ world: house.world, town, now: house.world.now() });
    const day = await house.world.store.inTenant(town.tenant.id, (tx) => tx.loadDay(town.service, date));
    const known = knownDay(decisions, day);
    const problem = problemOf(decisions, known);
    for (const violation of verify({ problem, plan: known.plan }))
      found.push({ serviceDate: date, violation });
  }
  return found;
}

/** Compares what the dispatcher's page heard with the outbox, number by number. @param first, last  looked at beyond the one, up to the other */
async function lostOf(
  { world, towns }: TestHouse,
  heard: readonly Heard[],
  { first, last }: { readonly first: number; readonly last: number },
): Promise<number> {
  const known = new Set(heard.map(({ id }) => id));
  let lost = 0;
  for (let from = first; from < last; ) {
    const { events, reached } = await readOutbox(world.store, towns[0]!.tenant.id, from);
    const due = events.filter(({ id, event }) => id <= last && mayHear("transport_operator", event));
    lost += due.filter(({ id }) => !known.has(id)).length;
    if (reached === from) break;
    from = reached;
  }
  return lost;
}
