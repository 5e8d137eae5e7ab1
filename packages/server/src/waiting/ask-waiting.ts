import type { IntakeStop, SearchEffort, Taken, WaitingOffersAnswer } from "@noriai/booking";
import { type ServiceDate, serviceDateOf, type TenantId } from "@noriai/kernel";
import type { Actor, WaitingDate } from "@noriai/store";
import { decisionWorld } from "../decision-world.ts";
import type { ServerWorld } from "../server-world.ts";
import type { Thinker } from "../thinking/thinker.ts";
import type { Town } from "../town.ts";
import type { Towns } from "../towns.ts";

const BY: Actor = { role: "system" };

/** A tenth of what a caller is searched for: those who wait are looked at again after every change of the plan. */
const EFFORT: SearchEffort = { iterations: 200, nodes: 20_000 };

/** What it works with. */
export interface AskingWaiting {
  readonly world: ServerWorld;
  readonly towns: Towns;
  readonly thinker: Thinker;
  /** Is no request being answered right now? */
  readonly isQuiet: () => boolean;
  /** Up to which version of each date's plan, and under how many stops of intake, everybody was asked in vain. */
  readonly settled: Map<string, string>;
}

/**
 * Asks those who wait on every date of a tenant: at once where an offer or a wait has ended by time alone, and when
 * nobody is being answered with others moved within their promises, where the plan has moved since they were asked last.
 */
export async function askWaiting(asking: AskingWaiting, tenant: TenantId): Promise<void> {
  const { world, towns, isQuiet, settled } = asking;
  const town = await towns.find(tenant);
  if (town === undefined) return;
  const now = world.now();
  const { dates, stops } = await world.store.inTenant(tenant, async (tx) => ({
    dates: await tx.listWaitingDates(town.service),
    stops: await tx.standingIntakeStops(town.service),
  }));
  for (const date of dates) {
    const key = `${tenant} ${date.serviceDate}`;
    const state = stateOf(date, stops);
    const isDue = now > date.due || date.serviceDate < serviceDateOf(now, town.service.timeZone);
    if (!isDue && (settled.get(key) === state || !isQuiet())) continue;
    const { kind } = await decideDate(asking, { town, serviceDate: date.serviceDate });
    if (kind === "unchanged") settled.set(key, state);
  }
}

const stateOf = ({ version }: WaitingDate, stops: readonly IntakeStop[]): string =>
  [version, ...stops.map(({ id }) => id)].join(" ");

type Asked = WaitingOffersAnswer | { readonly kind: "overtaken" };

/** Thought of in a thread. Whoever decides meanwhile asks the list too; it is thought again at the next look. */
async function decideDate(
  { world, thinker }: AskingWaiting,
  { town, serviceDate }: { readonly town: Town; readonly serviceDate: ServiceDate },
): Promise<Asked> {
  const now = world.now();
  const decisions = { ...decisionWorld({ world, town, now }), effort: EFFORT };
  let found: Taken<WaitingOffersAnswer> | undefined;
  return world.store.decideOnDay<Asked>({
    tenant: town.tenant.id,
    service: town.service,
    serviceDate,
    actor: BY,
    now,
    async decide(day, intakeStops): Promise<Taken<Asked>> {
      if (found !== undefined) return { ...found, answer: { kind: "overtaken" }, day, changes: [] };
      found = await thinker.decide({ ...decisions, intakeStops }, day, { kind: "waiting-offers" });
      return found;
    },
  });
}
