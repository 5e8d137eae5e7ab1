import type { Service } from "@noriai/booking";
import type { ServiceDate, TenantId } from "@noriai/kernel";
import {
  dayStepsOf,
  type GroundedStep,
  type KeptDay,
  readGrounds,
  type Store,
  type TenantTransaction,
} from "@noriai/store";

/** A service date as it was, step by step. */
export interface KnownDay {
  /** Nothing when the day was begun before everything was kept, or what was kept was altered. */
  readonly steps: readonly GroundedStep[] | undefined;
  readonly grounds: KeptDay["grounds"];
}

/** Whoever moves the slider asks for one day again and again; two dispatchers look at two. */
const DAYS_KNOWN = 4;

const known = new WeakMap<Store, Map<string, KnownDay>>();

/** Reads a day's steps and holds them against their hashes, once as long as nothing is added to them. */
export async function knownDayOf({
  store,
  tx,
  tenant,
  service,
  serviceDate,
}: {
  readonly store: Store;
  readonly tx: TenantTransaction;
  readonly tenant: TenantId;
  readonly service: Service;
  readonly serviceDate: ServiceDate;
}): Promise<KnownDay> {
  const days = known.get(store) ?? new Map<string, KnownDay>();
  known.set(store, days);
  const name = `${tenant} ${serviceDate} ${await tx.lastDecisionNo(service, serviceDate)}`;
  const before = days.get(name);
  if (before !== undefined) return before;
  const kept = await tx.loadKeptDay(service, serviceDate);
  const day = { steps: dayStepsOf(serviceDate, kept), grounds: kept.grounds };
  days.set(name, day);
  for (const oldest of [...days.keys()].slice(0, -DAYS_KNOWN)) days.delete(oldest);
  return day;
}

/** The service and travel times of a step. */
export function standingOf({ grounds }: KnownDay, { groundsSha256 }: GroundedStep) {
  const found = grounds.get(groundsSha256);
  return found && readGrounds(found);
}
