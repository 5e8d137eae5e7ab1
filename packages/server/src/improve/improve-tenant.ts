import { setTimeout as passing } from "node:timers/promises";
import {
  type Day,
  type ImproveAnswer,
  type IntakeStop,
  type ReplanAnswer,
  scheduleOf,
  strandedOn,
  type Taken,
} from "@noriai/booking";
import { addDays, type ServiceDate, serviceDateOf, type TenantId } from "@noriai/kernel";
import type { Actor } from "@noriai/store";
import { decisionWorld } from "../decision-world.ts";
import type { ServerWorld } from "../server-world.ts";
import type { Thinker } from "../thinking/thinker.ts";
import type { Town } from "../town.ts";
import type { Towns } from "../towns.ts";
import { stillHolds } from "./still-holds.ts";

/** How the background improver works. */
export interface ImproverSettings {
  /** Steps of one round of search: counted, so that a day can be decided again. */
  readonly iterations: number;
  /** Rounds after one change from outside, at most. */
  readonly rounds: number;
  /** Real milliseconds without a new plan before it begins. */
  readonly quietMs: number;
}

export const IMPROVER: ImproverSettings = { iterations: 2_000, rounds: 10, quietMs: 300 };

/** What it works with. */
export interface Improving {
  readonly world: ServerWorld;
  readonly towns: Towns;
  readonly settings: ImproverSettings;
  readonly thinker: Thinker;
  /** Is no request being answered right now? */
  readonly isQuiet: () => boolean;
  readonly isClosed: () => boolean;
  /** The version of each plan at which nothing better was found, by tenant and date. */
  readonly settled: Map<string, number>;
}

/** How often it looks whether somebody is still being answered. */
const QUIET_AGAIN_MS = 20;

const BY: Actor = { role: "system" };

/** Makes the plans of today and tomorrow better, round after round. */
export async function improveTenant(working: Improving, tenant: TenantId): Promise<void> {
  const town = await working.towns.find(tenant);
  if (town === undefined) return;
  const today = serviceDateOf(working.world.now(), town.service.timeZone);
  working.settled.delete(keyOf(town, addDays(today, -1)));
  for (const serviceDate of [today, addDays(today, 1)]) await improveDay({ ...working, town, serviceDate });
}

const keyOf = ({ tenant }: Town, serviceDate: ServiceDate): string => `${tenant.id} ${serviceDate}`;

type OnDate = Improving & { readonly town: Town; readonly serviceDate: ServiceDate };

/** Round after round until one finds nothing better; each waits until nobody is being answered. */
async function improveDay(date: OnDate): Promise<void> {
  const { world, town, serviceDate, settings, settled, isQuiet, isClosed } = date;
  for (let round = 0; round < settings.rounds; round++) {
    while (!isClosed() && !isQuiet()) await passing(QUIET_AGAIN_MS);
    if (isClosed()) return;
    const { day, intakeStops } = await world.store.inTenant(town.tenant.id, async (tx) => ({
      intakeStops: await tx.standingIntakeStops(town.service),
      day: await tx.loadDay(town.service, serviceDate),
    }));
    if (day.version === 0 || day.version === settled.get(keyOf(town, serviceDate))) return;
    const isLast = round === settings.rounds - 1;
    const version = await improveOnce(date, { day, intakeStops });
    if (version === "nothing-better") settled.set(keyOf(town, serviceDate), day.version);
    else if (version !== "overtaken" && isLast) settled.set(keyOf(town, serviceDate), version);
  }
}

/** Riders who wait are made offers by a better plan too, so it rests on the stops of intake as well. */
interface Snapshot {
  readonly day: Day;
  readonly intakeStops: readonly IntakeStop[];
}

/** One round. @returns the plan's new version */
async function improveOnce(
  date: OnDate,
  { day, intakeStops }: Snapshot,
): Promise<number | "nothing-better" | "overtaken"> {
  const { world, town, settings, thinker } = date;
  const decisions = { ...decisionWorld({ world, town, now: world.now() }), intakeStops };
  const effort = { seed: Math.floor(world.random() * 2 ** 31), iterations: settings.iterations };
  const startedAt = world.elapsedMs();
  const inTrouble = scheduleOf(decisions, day).atRisk.length > 0 || strandedOn(decisions, day).length > 0;
  const replanned = inTrouble ? await thinker.decide(decisions, day, { kind: "replan", effort }) : undefined;
  const found =
    replanned?.answer.kind === "replanned"
      ? replanned
      : await thinker.decide(decisions, day, { kind: "improve", effort });
  const ms = Math.round(world.elapsedMs() - startedAt);
  const { kind } = found.answer;
  const version = kind === "unchanged" ? "nothing-better" : await apply(date, { day, found });
  world.log.info(
    {
      tenant: town.tenant.id,
      serviceDate: date.serviceDate,
      of: day.version,
      ...(typeof version === "number" && { version }),
      ...{ iterations: effort.iterations, seed: effort.seed, ms, inTrouble },
      ...figuresOf(found.answer),
    },
    kind === "unchanged" ? "plan left as it is" : version === "overtaken" ? "plan overtaken" : `plan ${kind}`,
  );
  return version;
}

type Found = Taken<ImproveAnswer> | Taken<ReplanAnswer>;

/** What it brought: costs by the engine's weights, or how many promises were and are at risk. */
function figuresOf(answer: Found["answer"]): object {
  switch (answer.kind) {
    case "improved":
      return { before: answer.before, after: answer.after, moved: answer.moved.length };
    case "replanned":
      return {
        before: answer.before.length,
        after: answer.atRisk.length,
        stranded: answer.stranded.length,
        moved: answer.moved.length,
      };
    case "unchanged":
      return {};
  }
}

/** Writes what was found, if the day is still the one it was found for. Whoever booked in between wins. */
async function apply(
  { world, town, serviceDate }: OnDate,
  { day: before, found }: { readonly day: Day; readonly found: Found },
): Promise<number | "overtaken"> {
  const overtaken = (day: Day): Taken<"overtaken"> => ({ ...found, answer: "overtaken", day, changes: [] });
  const written = { ...found, answer: before.version + 1 };
  return world.store.decideOnDay<number | "overtaken">({
    tenant: town.tenant.id,
    service: town.service,
    serviceDate,
    actor: BY,
    now: found.given.world.now,
    decide(day, intakeStops) {
      const isSame = day.version === before.version && areSame(intakeStops, found.given.world.intakeStops);
      if (!isSame) return overtaken(day);
      const now = decisionWorld({ world, town, now: world.now() });
      const mayBeLate = found.answer.kind === "replanned";
      const withOffers = { ...day, quotes: new Map([...day.quotes, ...found.day.quotes]) };
      return stillHolds({ world: now, day: withOffers, plan: found.day.plan, mayBeLate })
        ? written
        : overtaken(day);
    },
  });
}

/** A stop never changes while it stands. */
const areSame = (one: readonly IntakeStop[], other: readonly IntakeStop[] = []): boolean =>
  one.length === other.length && one.every(({ id }, k) => id === other[k]!.id);
