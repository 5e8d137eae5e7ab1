import { setTimeout as passing } from "node:timers/promises";
import type { PublicService } from "@noriai/api";
import type { DemoTown } from "@noriai/demo";
import { type EpochSeconds, instantOf, type ServiceDate, serviceDateOf, timeOfDay } from "@noriai/kernel";
import { type LifeSize, type LivingTown, planOfLife, playTown, postOf, type SimWorld } from "@noriai/sim";
import { type ClockCommand, type DemoClock, demoStart } from "./demo-clock.ts";
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

interface Making {
  readonly town: DemoTown;
  readonly clock: DemoClock;
  readonly sources: Pick<Sources, "elapsedMs" | "newId">;
  readonly log: Log;
}

interface State {
  origin?: string;
  living?: LivingTown | undefined;
  starting?: Promise<void> | undefined;
}

export function createDemoLife(making: Making): DemoLife {
  const { clock, log } = making;
  const listeners = new Set<() => void>();
  const state: State = {};
  const become = (living: LivingTown | undefined): void => {
    state.living = living;
    if (living === undefined) clock.command({ action: "pause" });
    for (const listener of listeners) listener();
  };
  const begin = async (origin: string, rate: Rate): Promise<void> => {
    const begun = await beginDay(making, origin, rate);
    if (begun === undefined) return;
    become(begun);
    begun.over
      .catch((error) => log.error({ ...describeError(error) }, "the demo town stumbled"))
      .finally(() => state.living === begun && become(undefined));
  };
  return {
    isRunning: () => state.living !== undefined,
    async start(rate) {
      if (state.living !== undefined) return void clock.command({ action: "run", rate });
      if (state.origin === undefined) return;
      state.starting ??= begin(state.origin, rate).finally(() => delete state.starting);
      await state.starting;
    },
    async stop() {
      await state.starting;
      const { living } = state;
      if (living !== undefined) become(undefined);
      await living?.stop();
    },
    onChange: (listener) => void listeners.add(listener),
    openAt: (origin) => void Object.assign(state, { origin }),
  };
}

/** Sets the clock going and everybody out; nothing when no day runs as far as can be seen. */
async function beginDay(
  { town, clock, sources, log }: Making,
  origin: string,
  rate: Rate,
): Promise<LivingTown | undefined> {
  const world: SimWorld = { ...sources, send: fetch, pause: (ms) => passing(ms) };
  const service = await morningOf({ clock, town, read: () => readService({ world, at: origin, town }) });
  if (service === undefined) return undefined;
  clock.command({ action: "run", rate });
  const date = serviceDateOf(clock.now(), service.timeZone);
  // The first member is the one that visitors ride as.
  const plan = planOfLife({ seed: SEED, service, date, riders: town.members.slice(1), size: SIZE });
  log.info({ plan: plan.id }, "the demo town lives");
  return playTown({ world, origin, service, plan, seats: SEATS, leaps: false, lengthMax: NOTES_MAX });
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
