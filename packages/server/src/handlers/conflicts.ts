import type { Answer } from "@noriai/api";
import { type Day, decide, type SettleAnswer } from "@noriai/booking";
import { type BookingId, fail, type MemberId, ok, type ServiceDate, serviceDateOf } from "@noriai/kernel";
import type { Access, ConflictRecord, Settlement, TenantTransaction } from "@noriai/store";
import type { Handler, Outcome } from "../call.ts";
import { decideOn, type StaffCall } from "../decide-on.ts";
import { decisionWorld } from "../decision-world.ts";
import { caseOf, parseConflictId, taskEventOf } from "../device-log/case-of.ts";
import { presentConflict } from "../present/conflict.ts";
import { staffNames } from "../present/staff-names.ts";
import { notPossible } from "../trouble.ts";
import { seesNames } from "./board.ts";

/** What terminals told and the record contradicts (記録の食い違い), for those who can ask the driver. */
export const listConflicts: Handler<"listConflicts"> = async (call) => {
  const { world, town, who, query, now } = call;
  const today = serviceDateOf(now, town.service.timeZone);
  const isNamed = (date: ServiceDate) => seesNames(who.account.role, date, today);
  const conflicts = await world.store.inTenant(who.tenant, async (tx) =>
    presentAll(call, tx, {
      conflicts: await tx.listConflicts((query.date as ServiceDate | undefined) ?? today),
      isNamed,
      purpose: "operation",
    }),
  );
  return ok({ body: { conflicts } });
};

/** The same for the driver who told it; names of today's riders only. */
export const listMyConflicts: Handler<"listMyConflicts"> = async (call) => {
  const { world, town, who, now } = call;
  const today = serviceDateOf(now, town.service.timeZone);
  const conflicts = await world.store.inTenant(who.tenant, async (tx) =>
    presentAll(call, tx, {
      conflicts: await ownConflicts(call, tx),
      isNamed: (date) => date === today,
      purpose: "driving",
    }),
  );
  return ok({ body: { conflicts } });
};

/** Of today what this driver told, or what is of a duty of this vehicle; of other days what the driver told and nobody settled. */
async function ownConflicts({ town, who, now }: StaffCall, tx: TenantTransaction) {
  const today = serviceDateOf(now, town.service.timeZone);
  const { duties } = await tx.loadDay(town.service, today);
  const own = new Set<string>(
    duties.filter(({ vehicleId }) => vehicleId === who.account.vehicle).map(({ id }) => id),
  );
  return (await tx.listConflicts(today)).filter(({ serviceDate, by, deed, settled }) =>
    by.account === who.account.id
      ? serviceDate === today || settled === undefined
      : serviceDate === today && own.has(deed?.dutyId ?? ""),
  );
}

interface Presenting {
  readonly conflicts: readonly ConflictRecord[];
  readonly isNamed: (date: ServiceDate) => boolean;
  readonly purpose: Access["purpose"];
}

type ConflictJson = Answer<"listConflicts">["conflicts"][number];

/** Each reading of a name is logged. */
async function presentAll(
  call: StaffCall,
  tx: TenantTransaction,
  { conflicts, isNamed, purpose }: Presenting,
): Promise<ConflictJson[]> {
  const decisions = decisionWorld(call);
  const staffName = await staffNames(
    tx,
    conflicts.flatMap(({ by, settled }) => [by.account, settled?.by.account]),
  );
  const shown: ConflictJson[] = [];
  for (const date of new Set(conflicts.map(({ serviceDate }) => serviceDate))) {
    const day = await tx.loadDay(call.town.service, date);
    const those = conflicts.filter(({ serviceDate }) => serviceDate === date);
    const names = isNamed(date)
      ? await namesOf(call, tx, { day, those, purpose })
      : new Map<string, string>();
    const calledName = (id: BookingId) => names.get(id) ?? null;
    shown.push(...those.map((one) => presentConflict(one, { decisions, day, calledName, staffName })));
  }
  return shown;
}

async function namesOf(
  { who, now }: StaffCall,
  tx: TenantTransaction,
  of: { readonly day: Day; readonly those: readonly ConflictRecord[]; readonly purpose: Access["purpose"] },
): Promise<ReadonlyMap<string, string>> {
  const memberOf = new Map<BookingId, MemberId>();
  for (const conflict of of.those) {
    const event = taskEventOf(conflict);
    const booking = event && "bookingId" in event ? of.day.bookings.get(event.bookingId) : undefined;
    if (booking !== undefined) memberOf.set(booking.id, booking.memberId);
  }
  const access = { by: who.actor, now, purpose: of.purpose };
  const records = await tx.readMembers([...new Set(memberOf.values())], access);
  const names = new Map(records.map(({ id, name }) => [id, name]));
  return new Map([...memberOf].map(([booking, member]) => [booking, names.get(member) ?? ""]));
}

/** Somebody says what really happened, of everything that the tablet told of the ride. */
export const settleConflict: Handler<"settleConflict"> = async (call) => {
  const { world, who, params, body } = call;
  const found = await world.store.inTenant(who.tenant, async (tx) => {
    const first = await findOpen(tx, params.conflictId);
    if (!first.ok) return first;
    const open = (await tx.listConflicts(first.value.serviceDate)).filter(
      ({ settled }) => settled === undefined,
    );
    return ok(caseOf(open, first.value));
  });
  if (!found.ok) return found;
  return body.settlement === "stands" ? letStand(call, found.value) : takeAll(call, found.value);
};

type CaseSettled = Outcome<"settleConflict">;

const idOf = ({ log, no }: ConflictRecord): string => `${log}:${no}`;

async function letStand(call: StaffCall, conflicts: readonly ConflictRecord[]): Promise<CaseSettled> {
  const settled: string[] = [];
  for (const conflict of conflicts)
    if ((await settleAs(call, conflict, "stands")).ok) settled.push(idOf(conflict));
  return settled.length === 0 ? fail(notPossible({ kind: "conflict-settled" })) : ok({ body: { settled } });
}

/**
 * Takes each as soon as it can be taken: a fare that was collected before the boarding is told before it, and possible
 * only after. What can still not be recorded stays open.
 */
async function takeAll(call: StaffCall, conflicts: readonly ConflictRecord[]): Promise<CaseSettled> {
  const settled: string[] = [];
  let left = conflicts;
  let refusal: CaseSettled | undefined;
  for (let before = -1; before !== settled.length && left.length > 0; ) {
    before = settled.length;
    for (const conflict of left) {
      const outcome = await take(call, conflict);
      if (outcome.ok) settled.push(idOf(conflict));
      else refusal ??= outcome;
    }
    left = left.filter((conflict) => !settled.includes(idOf(conflict)));
  }
  return settled.length === 0 && refusal !== undefined ? refusal : ok({ body: { settled } });
}

async function findOpen(tx: TenantTransaction, conflictId: string) {
  const key = parseConflictId(conflictId);
  const conflict = key && (await tx.findConflict(key));
  if (conflict === undefined) return fail({ kind: "not-found" } as const);
  if (conflict.settled !== undefined) return fail(notPossible({ kind: "conflict-settled" }));
  return ok(conflict);
}

type Settled = Outcome<"withdrawConflict">;

const settleAs = (
  { world, who, now }: StaffCall,
  { log, no }: ConflictRecord,
  settlement: Settlement,
): Promise<Settled> =>
  world.store.inTenant(who.tenant, async (tx) =>
    (await tx.settleConflict({ log, no }, settlement, { by: who.actor, now }))
      ? ok({ body: null })
      : fail(notPossible({ kind: "conflict-settled" })),
  );

/** Records it after all, and settles it, both in one transaction. */
async function take(call: StaffCall, conflict: ConflictRecord): Promise<Settled> {
  const { who, now } = call;
  const { log, no, serviceDate, outcome } = conflict;
  const event = taskEventOf(conflict);
  if (event === undefined) return fail(notPossible({ kind: outcome.kind }));
  const world = decisionWorld(call);
  try {
    const answer = await decideOn<SettleAnswer>(call, serviceDate, {
      decide: (day, intakeStops) => decide({ ...world, intakeStops }, day, { kind: "settle", event }),
      after: async (tx, taken) => {
        if (taken.kind === "refused") return;
        if (!(await tx.settleConflict({ log, no }, "taken", { by: who.actor, now })))
          throw new SettledBefore();
      },
    });
    return answer.kind === "taken" ? ok({ body: null }) : fail(notPossible(answer.rejection));
  } catch (error) {
    if (!(error instanceof SettledBefore)) throw error;
    return fail(notPossible({ kind: "conflict-settled" }));
  }
}

/** Rolls the transaction back: somebody else was first. */
class SettledBefore extends Error {}

/** The driver takes back what was recorded by mistake; the record stands. */
export const withdrawConflict: Handler<"withdrawConflict"> = async (call) => {
  const { world, who, params } = call;
  const found = await world.store.inTenant(who.tenant, async (tx) => {
    const open = await findOpen(tx, params.conflictId);
    if (!open.ok) return open;
    const own = await ownConflicts(call, tx);
    const isOwn = own.some(({ log, no }) => log === open.value.log && no === open.value.no);
    return isOwn ? open : fail({ kind: "not-found" } as const);
  });
  return found.ok ? settleAs(call, found.value, "withdrawn") : found;
};
