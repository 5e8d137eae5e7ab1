import { setTimeout as passing } from "node:timers/promises";
import type { PublicService } from "@noriai/api";
import type { DemoTown } from "@noriai/demo";
import { type EpochSeconds, instantOf, type ServiceDate, serviceDateOf, timeOfDay } from "@noriai/kernel";
import { type LifeSize, type LivingTown, planOfLife, playTown, postOf, type SimWorld } from "@noriai/sim";
import type { ClockCommand, DemoClock } from "./demo-clock.ts";
import { demoStart } from "./demo-clock.ts";
import { describeError, type Log } from "./log.ts";
import type { Sources } from "./world.ts";

type Rate = Extract<ClockCommand, { action: "run" }>["rate"];

/**
 * The demo town that lives (町を動かす): riders, two seats of the phone desk and a driver, who come in by the town's own
 * front door. It stops with the day, when it is told to, and with the server; then it stands still until it is started.
 */
export interface DemoLife {
  isRunning(): boolean;
  /** Goes on with the day; when that is over, with the next one. */
  start(rate: Rate): Promise<void>;
  stop(): Promise<void>;
  onChange(listener: () => void): void;
  /** Where the server answers, once it does. */
  openAt(origin: string): void;
}

/** As much as one vehicle and a newcomer's eyes can take. */
const SIZE: LifeSize = { calls: 24, web: 60, today: 0.5, jams: 1 };
const SEED = 1;
const SEATS = 2;
/** A town may live for weeks. */
const NOTES_MAX = 5_000;

export function createDemoLife({
  town,
  clock,
  sources,
  log,
}: {
  readonly town: DemoTown;
  readonly clock: DemoClock;
  readonly sources: Pick<Sources, "elapsedMs" | "newId">;
  readonly log: Log;
}): DemoLife {
  const world: SimWorld = { send: fetch, pause: (ms) => passing(ms), ...sources };
  const listeners = new Set<() => void>();
  let origin: string | undefined;
  let living: LivingTown | undefined;
  let starting: Promise<void> | undefined;

  const isStill = (): void => {
    living = undefined;
    clock.command({ action: "pause" });
    for (const listener of listeners) listener();
  };
  const begin = async (at: string, rate: Rate): Promise<void> => {
    const service = await morningOf({ clock, town, read: () => readService({ world, at, town }) });
    if (service === undefined) return;
    clock.command({ action: "run", rate });
    const date = serviceDateOf(clock.now(), service.timeZone);
    // The first member is the one that visitors ride as.
    const plan = planOfLife({ seed: SEED, service, date, riders: town.members.slice(1), size: SIZE });
    const begun = await playTown({
      world,
      origin: at,
      service,
      plan,
      seats: SEATS,
      leaps: false,
      lengthMax: NOTES_MAX,
    });
    living = begun;
    for (const listener of listeners) listener();
    log.info({ plan: plan.id }, "the demo town lives");
    begun.over
      .catch((error) => log.error({ ...describeError(error) }, "the demo town stumbled"))
      .finally(() => living === begun && isStill());
  };
  return {
    isRunning: () => living !== undefined,
    async start(rate) {
      if (living !== undefined) return void clock.command({ action: "run", rate });
      if (origin === undefined) return;
      starting ??= begin(origin, rate).finally(() => {
        starting = undefined;
      });
      await starting;
    },
    async stop() {
      await starting;
      const stopped = living;
      if (stopped === undefined) return;
      isStill();
      await stopped.stop();
    },
    onChange: (listener) => void listeners.add(listener),
    openAt: (address) => {
      origin = address;
    },
  };
}

async function readService({
  world,
  at: origin,
  town,
}: {
  readonly world: SimWorld;
  readonly at: string;
  readonly town: DemoTown;
}): Promise<PublicService> {
  const answer = await postOf({ world, origin, tenant: town.tenant.id, hear: () => {} }).call(
    "getService",
    {},
  );
  if (!answer.ok) throw new Error(`the demo town does not answer: ${answer.error.kind}`);
  return answer.value;
}

/** Whatever is left of today; once today's rides are over, the morning of the next day that runs. */
async function morningOf({
  clock,
  town,
  read,
}: {
  readonly clock: DemoClock;
  readonly town: DemoTown;
  readonly read: () => Promise<PublicService>;
}): Promise<PublicService | undefined> {
  const service = await read();
  const now = clock.now();
  const [today, ...days] = service.days;
  if (today?.operating && now < lastRideOf(service, today.serviceDate as ServiceDate)) return service;
  const next = days.find(({ operating }) => operating)?.serviceDate as ServiceDate | undefined;
  if (next === undefined) return undefined;
  const moved = clock.command({ action: "jump", to: demoStart(next, town.service.timeZone) });
  return moved.ok ? read() : undefined;
}

function lastRideOf({ hours, timeZone }: PublicService, date: ServiceDate): EpochSeconds {
  return instantOf(date, timeOfDay(hours.at(-1)?.to ?? "00:00"), timeZone);
}
