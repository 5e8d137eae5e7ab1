import type { Booking, PublicService } from "@noriai/api";
import { assert, type EpochSeconds, formatInstant, parseInstant } from "@noriai/kernel";
import { callQueue, playDeskSeat } from "./actors/desk-seat.ts";
import { playDriver } from "./actors/driver.ts";
import type { Stage } from "./actors/stage.ts";
import { playWebRider } from "./actors/web-rider.ts";
import { createJournal, type Journal } from "./journal.ts";
import type { LifePlan } from "./plan/life-plan.ts";
import { postOf, type Town } from "./post.ts";
import type { SimWorld } from "./sim-world.ts";
import { type ClockReading, createTownTime, type TownTime } from "./town-time.ts";

/** A town that lives. */
export interface LivingTown {
  readonly journal: Journal;
  /** Until the day is over or the town is stopped. Fails on a bug of the players only. */
  readonly over: Promise<void>;
  /** Nobody begins anything new; what was sent is still answered. */
  stop(): Promise<void>;
}

export interface Playing {
  readonly world: SimWorld;
  readonly origin: string;
  readonly service: PublicService;
  readonly plan: LifePlan;
  readonly seats: number;
  /** Whether time leaps from one deed to the next; else the town's clock runs and is followed. */
  readonly leaps: boolean;
  /** Of the journal's lists, for a town that lives for weeks. */
  readonly lengthMax?: number;
}

/**
 * Lets a day of a town happen: riders at their pages, callers at the desk's seats, a driver in each vehicle. They know
 * nothing but what the public interface tells them, and wait for the server's clock.
 */
export async function playTown(playing: Playing): Promise<LivingTown> {
  const { world, origin, service, plan } = playing;
  const time = await timeOf(playing);
  const journal = createJournal({
    now: time.now,
    ...(playing.lengthMax && { lengthMax: playing.lengthMax }),
  });
  const town: Town = { world, origin, tenant: service.tenant.id, hear: journal.hear };
  const stage: Stage = {
    plan,
    time,
    town,
    journal,
    booked: new Map<string, Booking>(),
    staysAway: new Set(),
  };
  const everybody = castOf(stage, playing).map((play) => time.run(play));
  const ticking = time.tick();
  ticking.catch(() => {}); // told by `over`, once everybody has gone home
  const over = Promise.all(everybody)
    .finally(() => time.stop())
    .then(() => ticking);
  return {
    journal,
    over,
    async stop() {
      time.stop();
      await Promise.allSettled([...everybody, ticking]);
    },
  };
}

/** The server's clock; for a day that leaps, with the hand that sets it. */
function timeOf({ world, origin, service, leaps }: Playing): Promise<TownTime> {
  const nobody = postOf({ world, origin, tenant: service.tenant.id, hear: () => {} });
  const leap = async (to: EpochSeconds): Promise<ClockReading> => {
    const body = { action: "jump", to: formatInstant(to, service.timeZone) } as const;
    return readingOf(await nobody.call("setClock", { body }));
  };
  const read = async (): Promise<ClockReading> => readingOf(await nobody.call("getWorld", {}));
  return createTownTime({ pause: world.pause, read, ...(leaps && { leap }) });
}

type WorldAnswer = Awaited<ReturnType<ReturnType<typeof postOf>["call"]>>;

function readingOf(answer: WorldAnswer): ClockReading {
  assert(answer.ok, "the town tells its time");
  const { now, demoClock } = answer.value as { now: string; demoClock?: { rate: number; running: boolean } };
  return {
    now: parseInstant(now)!,
    rate: demoClock === undefined ? 1 : demoClock.running ? demoClock.rate : 0,
  };
}

/** Everybody who plays: each web rider, each seat of the desk, each driver. */
function castOf(stage: Stage, { service, seats }: Playing): readonly (() => Promise<void>)[] {
  const { contacts, jams } = stage.plan;
  const visits = Map.groupBy(
    contacts.filter(({ channel }) => channel === "web"),
    ({ rider }) => rider.memberNo,
  );
  const calls = callQueue(contacts.filter(({ channel }) => channel === "phone"));
  const stops = new Map(service.stops.map(({ id, position }) => [id, position]));
  const { timeZone, vehicles } = service;
  return [
    ...[...visits.values()].map((own) => () => playWebRider(stage, own[0]!.rider, own)),
    ...Array.from({ length: seats }, () => () => playDeskSeat(stage, calls)),
    ...vehicles.map(({ id }, n) => () => {
      const own = jams.filter((_, k) => k % vehicles.length === n);
      return playDriver(stage, { vehicleId: id, stops, timeZone, jams: own });
    }),
  ];
}
